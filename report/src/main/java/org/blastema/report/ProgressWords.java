package org.blastema.report;

import java.util.Map;
import org.blastema.core.Language;
import org.blastema.core.Text;

/** How far a command has come, in a line. */
public enum ProgressWords {
    /** Of commands that count the patients whom they simulate. */
    PATIENTS,
    /** Of commands that count published trials, each simulated many times. */
    TRIALS;

    private static final String AGAIN = " again";
    private static final Map<String, String> STAGES = Map.of(
            "simulate", "المحاكاة",
            "write", "الكتابة",
            "recover", "استرجاع المعلوم",
            "leave out", "ترك تجربة بعد تجربة");

    /** A stage; one that is named after a mechanism keeps that name. */
    public static String stage(String name, Language language) {
        boolean again = name.endsWith(AGAIN);
        String first = again ? name.substring(0, name.length() - AGAIN.length()) : name;
        String arabic = STAGES.getOrDefault(first, first);
        return new Text(name, again ? arabic + " مرة ثانية" : arabic).in(language);
    }

    private Text counted() {
        return switch (this) {
            case PATIENTS -> new Text("patients", "المرضى");
            case TRIALS -> new Text("trials", "التجارب");
        };
    }

    /** How much of a stage is done after some seconds; the pace is told where it is at least one a second. */
    public String line(String stage, long done, long total, double seconds, Language language) {
        double pace = done / Math.max(1e-3, seconds);
        Text each = pace < 1 ? new Text("", "") : Finding.of(", %.0f/s", "، %.0f في الثانية", pace);
        Text left = done == 0
                ? new Text("", "")
                : Finding.of(", %.0f s left", "، بقي \u200e%.0f\u200f ث", (total - done) / pace);
        return Finding.of(
                        "%1$s %2$3d %%, %3$d of %4$d %5$s%6$s%7$s",
                        "%1$s %2$d٪، %5$s: %3$d من %4$d%6$s%7$s",
                        stage(stage, language),
                        100 * done / total,
                        done,
                        total,
                        counted(),
                        each,
                        left)
                .in(language);
    }
}
