package org.blastema.core;

import java.util.List;

/** Writes nodes in one canonical style, block mappings and double-quoted texts, the same bytes for the same nodes. */
public final class YamlWriter {
    private final StringBuilder out = new StringBuilder();

    private YamlWriter() {}

    public static String write(Yaml node) {
        YamlWriter writer = new YamlWriter();
        writer.node(node, 0, false);
        return writer.out.toString();
    }

    private void node(Yaml node, int indent, boolean afterKey) {
        switch (node) {
            case Yaml.Scalar scalar ->
                out.append(afterKey ? " " : "").append(text(scalar)).append('\n');
            case Yaml.Sequence sequence -> sequence(sequence.items(), indent, afterKey);
            case Yaml.Mapping mapping -> mapping(mapping.entries(), indent, afterKey);
        }
    }

    private void sequence(List<Yaml> items, int indent, boolean afterKey) {
        if (items.isEmpty()) {
            out.append(afterKey ? " []\n" : "[]\n");
            return;
        }
        out.append(afterKey ? "\n" : "");
        for (Yaml item : items) {
            out.repeat(' ', indent).append("- ");
            node(item, indent + 2, false);
        }
    }

    private void mapping(List<Yaml.Entry> entries, int indent, boolean afterKey) {
        if (entries.isEmpty()) {
            out.append(afterKey ? " {}\n" : "{}\n");
            return;
        }
        out.append(afterKey ? "\n" : "");
        boolean first = !afterKey;
        for (Yaml.Entry entry : entries) {
            out.repeat(' ', first ? 0 : indent).append(text(entry.key())).append(':');
            first = false;
            node(entry.value(), indent + 2, true);
        }
    }

    private static String text(Yaml.Scalar scalar) {
        String text = scalar.text();
        if (scalar.plain() && text.matches("[A-Za-z0-9_.+-][A-Za-z0-9_.+/-]*")) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }
}
