package org.blastema.core;

import java.util.Optional;

/** A sentence in English and Arabic. */
public record Text(String en, String ar) {
    public String in(Language language) {
        return switch (language) {
            case EN -> en;
            case AR -> ar;
        };
    }

    /** Binds {@code {en: ..., ar: ...}}; both are needed. */
    static Optional<Text> of(Yaml node, Problems problems, String what) {
        if (!(node instanceof Yaml.Mapping mapping)) {
            problems.error(
                    node.position(),
                    what + " is not a mapping",
                    "a text in both languages is needed: {en: ..., ar: ...}");
            return Optional.empty();
        }
        Fields fields = new Fields(mapping, problems, what);
        Text text = new Text(fields.requiredText("en"), fields.requiredText("ar"));
        fields.done();
        return Optional.of(text);
    }
}
