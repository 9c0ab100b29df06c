package org.blastema.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.blastema.core.InvalidInput;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.evidence.ClaimReader;
import org.blastema.evidence.Countries;
import org.blastema.evidence.WarningSigns;
import org.blastema.model.Library;
import org.blastema.model.Model;
import org.blastema.model.ModelReader;
import org.blastema.model.ModelWords;
import org.blastema.report.AccessWords;
import org.blastema.report.ClaimQuestions;
import org.blastema.report.SignsWords;
import org.blastema.report.StudyWords;
import org.blastema.trial.Options;
import org.blastema.trial.StudyReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows a model, a study, a claim or a country in words. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description =
                "Shows a study and its model, a claim, or what is known of a country, in words: equations, parameters, units, sources, knowledge.")
final class ShowCommand implements Callable<Integer> {
    private static final int WIDTH = 110;

    private final Streams streams;

    @Parameters(
            paramLabel = "NAME",
            description = "a study, else a model, a claim or a country of the library; models/NAME for a model")
    private String name = "";

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private LibraryOption libraryOption = new LibraryOption();

    ShowCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Library library = libraryOption.open();
        String model = name.startsWith("models/") ? name.substring("models/".length()) : name;
        if (!name.startsWith("models/") && library.names("studies").contains(name)) {
            var plan = StudyReader.read(library, name, Options.none());
            StudyWords.of(plan.study(), language.language()).forEach(streams.out::println);
            streams.out.println();
            model = plan.study().model();
        } else if (library.names("claims").contains(name)) {
            ClaimQuestions.of(
                            ClaimReader.read(new StudyReader(library), name),
                            library.bibliography(),
                            language.language())
                    .forEach(streams.out::println);
            return 0;
        } else if (library.names("access").contains(name)) {
            access(library);
            return 0;
        } else if (!library.names("models").contains(model)) {
            throw unknown(library, model);
        }
        Model shown = ModelReader.read(library, model);
        streams.out.println(ModelWords.of(shown, library.bibliography()).text(language.language(), WIDTH));
        return 0;
    }

    private void access(Library library) {
        WarningSigns signs = WarningSigns.read(library);
        List<String> lines = name.equals("signs")
                ? SignsWords.of(signs, library.bibliography(), language.language())
                : AccessWords.of(
                        Countries.read(library).profile(name, language.language()),
                        signs,
                        library.bibliography(),
                        language.language());
        lines.forEach(streams.out::println);
    }

    private InvalidInput unknown(Library library, String wanted) {
        List<String> names = new ArrayList<>(library.names("studies"));
        names.addAll(library.names("models"));
        names.addAll(library.names("claims"));
        names.addAll(library.names("access"));
        return new InvalidInput(
                new Position(name, 1, 1),
                "unknown study, model, claim or country '" + wanted + "'",
                "'./blastema list' names all of the library",
                Problems.nearest(wanted, names).toArray(String[]::new));
    }
}
