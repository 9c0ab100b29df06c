package org.blastema.cli;

import org.blastema.core.Language;
import picocli.CommandLine.Option;

/** The language of what is printed. */
final class LanguageOption {
    @Option(
            names = "--lang",
            paramLabel = "en|ar",
            description = "language of the summary and of the page when it opens",
            defaultValue = "en")
    private Language language = Language.EN;

    Language language() {
        return language;
    }
}
