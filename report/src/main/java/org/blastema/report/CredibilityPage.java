package org.blastema.report;

import java.util.List;
import org.blastema.core.Language;
import org.blastema.evidence.Credibility;
import org.blastema.evidence.CredibilityFrame;
import org.blastema.model.Library;

/** What speaks for and against answers as a page of the documentation, the same bytes for the same answers. */
public final class CredibilityPage {
    private static final String HEAD = """
            # What the answers rest on

            Made by `./blastema credibility --write .`, not by hand. For each study whose risk was judged
            (`library/evidence/credibility.yaml`): its question, its context of use, the risk of a wrong answer, the published trials that
            were held against its model, and the numbers that its headline hangs on, those first that were recalled or assumed. A number
            with a spread of what is not known is moved through it; any other is made a tenth larger, one at a time, in the same persons.
            """;

    private CredibilityPage() {}

    /** The page. */
    public static String of(CredibilityFrame frame, List<Credibility> studies, Library library) {
        StringBuilder page = new StringBuilder(HEAD);
        for (String line : CredibilityWords.of(frame, studies, library, Language.EN)) {
            String words = line.strip();
            int indent = (line.length() - line.stripLeading().length()) / 2;
            if (words.isEmpty()) {
                continue;
            }
            page.append(indent == 0 ? "\n## " + words + "\n\n" : "  ".repeat(indent - 1) + "- " + words + "\n");
        }
        return page.toString();
    }
}
