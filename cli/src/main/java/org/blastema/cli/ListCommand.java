package org.blastema.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.blastema.core.Fields;
import org.blastema.core.Language;
import org.blastema.core.Problems;
import org.blastema.core.Refusal;
import org.blastema.core.Text;
import org.blastema.core.Yaml;
import org.blastema.formats.Json;
import org.blastema.formats.JsonObject;
import org.blastema.model.Library;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists the library. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists what the library holds.")
final class ListCommand implements Callable<Integer> {
    private static final List<String> KINDS = Library.KINDS;

    private final Streams streams;

    @Parameters(
            paramLabel = "KIND",
            arity = "0..1",
            description =
                    "models, tissues, products, comparators, populations, studies, claims, sliders, articles, evidence, access or calibrations; all by default")
    private String kind = "";

    @Mixin
    private JsonOption json = new JsonOption();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private LibraryOption libraryOption = new LibraryOption();

    ListCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (!kind.isEmpty() && !KINDS.contains(kind)) {
            throw new Refusal(
                    "unknown kind '" + kind + "'; it must be one of " + String.join(", ", KINDS), kind, KINDS);
        }
        Library library = libraryOption.open();
        JsonObject all = new JsonObject();
        for (String each : kind.isEmpty() ? KINDS : List.of(kind)) {
            List<JsonObject> rows = new ArrayList<>();
            for (String name : library.names(each)) {
                Text title = title(library, each, name);
                rows.add(new JsonObject()
                        .put("name", name)
                        .put("title", new JsonObject().put("en", title.en()).put("ar", title.ar())));
                if (!json.asked()) {
                    streams.out.printf("%-12s %-22s %s%n", each, name, title.in(language.language()));
                }
            }
            all.put(each, rows);
        }
        if (json.asked()) {
            streams.out.print(Json.pretty(all));
        } else if (!kind.isEmpty() && library.names(kind).isEmpty()) {
            streams.out.println(
                    language.language() == Language.AR
                            ? "لا شيء من هذا النوع في هذه النسخة"
                            : "nothing of this kind in this version");
        }
        return 0;
    }

    private static Text title(Library library, String kind, String name) {
        Yaml.Mapping document = library.document(kind, name).orElseThrow();
        return new Fields(document, new Problems(), name).bilingual("title").orElse(new Text(name, name));
    }
}
