package org.blastema.evidence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.blastema.core.Fields;
import org.blastema.core.InvalidInput;
import org.blastema.core.Position;
import org.blastema.core.Problems;
import org.blastema.core.Text;
import org.blastema.core.Yaml;
import org.blastema.model.Library;

/**
 * The questionnaire of the signs of an unproven offer, {@code access/signs.yaml}.
 *
 * @param about what the number of points says and what it does not
 */
public record WarningSigns(Text title, List<Text> about, List<Sign> signs) {
    private static final String NAME = "signs";

    public WarningSigns {
        about = List.copyOf(about);
        signs = List.copyOf(signs);
    }

    /**
     * One sign.
     *
     * @param points that it gives where it is seen, 1 or more
     */
    public record Sign(String name, Text what, int points, Backing backing) {}

    /** Whether a file of {@code access/} holds signs, and no country. */
    static boolean stands(Yaml.Mapping file) {
        return file.get(NAME).isPresent();
    }

    /**
     * The signs of a library.
     *
     * @throws InvalidInput with every problem of the file, or if there is none
     */
    public static WarningSigns read(Library library) {
        Problems problems = new Problems();
        Yaml.Mapping file = library.document(CountryReader.KIND, NAME)
                .orElseThrow(() -> library.unknown(CountryReader.KIND, NAME, new Position(NAME, 1, 1)));
        WarningSigns signs = read(library, file, problems);
        problems.throwIfFailed();
        return signs;
    }

    static WarningSigns read(Library library, Yaml.Mapping file, Problems problems) {
        Fields fields = new Fields(file, problems, "the signs");
        fields.requiredText(CountryReader.KIND);
        BackingReader backings = new BackingReader(library, problems, CountryReader.asOf(fields));
        List<Sign> signs = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Fields each : fields.list(NAME, "sign")) {
            Sign sign = sign(each, backings);
            if (!seen.add(sign.name())) {
                problems.error(each.position(), "the sign '" + sign.name() + "' a second time", "names differ");
            }
            signs.add(sign);
        }
        WarningSigns read = new WarningSigns(fields.requiredBilingual("title"), fields.bilinguals("about"), signs);
        if (read.about().isEmpty()) {
            fields.missing("about");
        }
        fields.done();
        return read;
    }

    private static Sign sign(Fields fields, BackingReader backings) {
        if (!fields.has("points")) {
            fields.missing("points");
        }
        Sign sign = new Sign(
                fields.requiredText("sign"),
                fields.requiredBilingual("what"),
                fields.integer("points").orElse(1),
                backings.read(fields));
        if (sign.points() < 1) {
            fields.problems()
                    .error(fields.at("points"), "'points' is " + sign.points(), "a sign that is seen gives at least 1");
        }
        fields.done();
        return sign;
    }

    /** The most points that there can be. */
    public int most() {
        return signs.stream().mapToInt(Sign::points).sum();
    }
}
