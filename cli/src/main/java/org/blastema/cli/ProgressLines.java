package org.blastema.cli;

import java.io.PrintStream;
import org.blastema.core.Language;
import org.blastema.report.ProgressWords;
import org.blastema.trial.Progress;

/** Shows how far a run has come: one line drawn over on a terminal, plain lines elsewhere. */
final class ProgressLines implements Progress {
    private static final long PLAIN_EVERY = 10_000_000_000L;
    private static final int BAR = 24;

    private final PrintStream err;
    private final boolean silent;
    private final boolean terminal;
    private final Language language;
    private final ProgressWords words;
    private long start = System.nanoTime();
    private long told = start;
    private String stage = "";

    ProgressLines(PrintStream err, boolean silent, Language language, ProgressWords words) {
        this.err = err;
        this.language = language;
        this.words = words;
        terminal = "1".equals(System.getenv("BLASTEMA_TERMINAL"));
        this.silent = silent && !terminal;
    }

    @Override
    public void stage(String name) {
        stage = name;
        start = System.nanoTime();
        told = start;
        if (!silent && !terminal) {
            err.println(ProgressWords.stage(name, language));
        }
    }

    @Override
    public void advance(long done, long total) {
        long now = System.nanoTime();
        if (silent || total == 0 || !terminal && now - told < PLAIN_EVERY) {
            return;
        }
        told = now;
        String text = words.line(stage, done, total, (now - start) / 1e9, language);
        if (terminal) {
            int filled = (int) (BAR * done / total);
            err.print("\r[" + "#".repeat(filled) + ".".repeat(BAR - filled) + "] " + text + "   ");
            err.flush();
        } else {
            err.println(text);
        }
    }

    /** Takes the line of the terminal away. */
    void end() {
        if (terminal) {
            err.print("\r" + " ".repeat(100) + "\r");
            err.flush();
        }
    }
}
