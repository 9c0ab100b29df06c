package org.blastema.evidence;

import java.util.List;
import org.blastema.core.Fields;
import org.blastema.core.Knowledge;
import org.blastema.core.Problems;
import org.blastema.model.Library;

/** Binds {@code date}, {@code source}, {@code knowledge} and {@code note} of a fact. */
final class BackingReader {
    private final Library library;
    private final Problems problems;
    private final FactDate asOf;

    /**
     * @param asOf the date of the newest source of the file; no fact is later
     */
    BackingReader(Library library, Problems problems, FactDate asOf) {
        this.library = library;
        this.problems = problems;
        this.asOf = asOf;
    }

    Backing read(Fields fields) {
        return read(fields, knowledge(fields));
    }

    /** Of a law of prices, which may be fitted or assumed. */
    Backing readLaw(Fields fields) {
        return read(fields, fields.requiredChoice("knowledge", Knowledge.class, Knowledge.ASSUMED));
    }

    private Backing read(Fields fields, Knowledge knowledge) {
        FactDate date = date(fields, "date");
        if (asOf.known() && date.after(asOf)) {
            problems.error(
                    fields.at("date"),
                    "the date " + date + " is later than 'as-of' " + asOf,
                    "'as-of' is the date of the newest source");
        }
        return new Backing(date, sources(fields), knowledge, fields.bilingual("note"));
    }

    private List<String> sources(Fields fields) {
        List<String> sources = fields.texts("source");
        if (sources.isEmpty()) {
            fields.missing("source");
        }
        library.checkSources(sources, fields.at("source"), problems);
        return sources;
    }

    private Knowledge knowledge(Fields fields) {
        Knowledge knowledge = fields.requiredChoice("knowledge", Knowledge.class, Knowledge.RECALLED);
        if (knowledge == Knowledge.ASSUMED || knowledge == Knowledge.FITTED) {
            problems.error(
                    fields.at("knowledge"),
                    "a fact that is " + Fields.word(knowledge),
                    "what holds in a country is read, abstract, recalled or computed; nothing known is said so");
        }
        return knowledge;
    }

    /** A date that must be there; unknown, and an error, if it is not or cannot be read. */
    static FactDate date(Fields fields, String key) {
        String text = fields.requiredText(key);
        return FactDate.of(text).orElseGet(() -> {
            if (fields.has(key)) {
                fields.problems()
                        .error(
                                fields.at(key),
                                fields.what() + ": '" + key + "' is '" + text + "'",
                                "a date is YYYY, YYYY-MM, YYYY-MM-DD or unknown");
            }
            return FactDate.UNKNOWN;
        });
    }
}
