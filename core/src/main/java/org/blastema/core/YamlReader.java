package org.blastema.core;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads one YAML document to nodes with positions. Nodes are built from the parser's events one at a time, so that deep or
 * huge inputs are refused as soon as they are seen. Anchors and aliases are not part of the language of the library.
 */
public final class YamlReader {
    /** The largest file that is read. */
    public static final long MOST_BYTES = 10_000_000;

    private static final int MOST_DEPTH = 60;
    private static final int MOST_KEYS = 10_000;

    private final String file;
    private final Iterator<Event> events;

    private YamlReader(String file, String text) {
        this.file = file;
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit((int) MOST_BYTES)
                .build();
        events = new ParserImpl(settings, new StreamReader(settings, text));
    }

    /**
     * Reads a file of the user.
     *
     * @throws InvalidInput if it is missing, not a file, too large, not UTF-8 or not one YAML mapping
     */
    public static Yaml.Mapping read(Path path) {
        return read(path.toString(), TextFile.bytes(path, "a YAML file"));
    }

    /**
     * Reads a document from bytes.
     *
     * @param file the name that positions carry
     * @throws InvalidInput if it is too large, not UTF-8, broken, deeply nested or not one mapping
     */
    public static Yaml.Mapping read(String file, byte[] bytes) {
        Position start = new Position(file, 1, 1);
        try {
            return new YamlReader(file, Utf8.decode(file, bytes)).document();
        } catch (MarkedYamlEngineException e) {
            Position at = e.getProblemMark().map(mark -> position(file, mark)).orElse(start);
            String context = e.getContext() == null ? "" : e.getContext() + ": ";
            throw new InvalidInput(at, context + e.getProblem(), rule(String.valueOf(e.getProblem())));
        } catch (YamlEngineException e) {
            throw new InvalidInput(start, firstLine(String.valueOf(e.getMessage())), "the file must be valid YAML");
        }
    }

    /** Most broken files of people hold a unit or an expression inside braces that is not quoted. */
    private static String rule(String problem) {
        return problem.contains("',' or '}'") || problem.contains("',' or ']'")
                ? "the file must be valid YAML; inside { } and [ ] a text with [ ] { } , or ': ' needs quotes"
                : "the file must be valid YAML";
    }

    static String sizeRule() {
        return "a file of at most " + MOST_BYTES + " bytes is read";
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("unreadable");
    }

    private static Position position(String file, Mark mark) {
        return new Position(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private Position position(Event event) {
        Optional<Mark> mark = event.getStartMark();
        return mark.map(m -> position(file, m)).orElse(new Position(file, 1, 1));
    }

    private Yaml.Mapping document() {
        events.next();
        Event first = events.next();
        if (!(first instanceof DocumentStartEvent)) {
            throw new InvalidInput(new Position(file, 1, 1), "the file is empty", "one YAML mapping is needed");
        }
        Yaml root = node(events.next(), 0);
        events.next();
        Event after = events.next();
        if (after instanceof DocumentStartEvent) {
            throw new InvalidInput(position(after), "a second document", "a file holds one YAML document");
        }
        if (root instanceof Yaml.Mapping mapping) {
            return mapping;
        }
        throw new InvalidInput(root.position(), "this is not a mapping", "a file must be a mapping of keys to values");
    }

    private Yaml node(Event event, int depth) {
        Position at = position(event);
        if (depth > MOST_DEPTH) {
            throw new InvalidInput(at, "nesting deeper than " + MOST_DEPTH, "flatter nesting is needed");
        }
        return switch (event) {
            case ScalarEvent scalar -> scalar(scalar, at);
            case SequenceStartEvent ignored -> sequence(at, depth);
            case MappingStartEvent ignored -> mapping(at, depth);
            case AliasEvent alias ->
                throw new InvalidInput(
                        at,
                        "the alias *" + alias.getAlias().getValue(),
                        "aliases are not part of the language; write the value out");
            default -> throw new InvalidInput(at, "an unexpected " + event.getEventId(), "the file must be valid YAML");
        };
    }

    private static Yaml.Scalar scalar(ScalarEvent event, Position at) {
        String text = event.getValue();
        int length = text.codePointCount(0, text.length()) + (event.isPlain() ? 0 : 2);
        boolean verbatim = event.getEndMark()
                .filter(end -> end.getLine() + 1 == at.line() && end.getColumn() + 1 - at.column() == length)
                .isPresent();
        return new Yaml.Scalar(text, event.isPlain(), verbatim, at);
    }

    private Yaml sequence(Position at, int depth) {
        List<Yaml> items = new ArrayList<>();
        for (Event next = events.next(); !(next instanceof SequenceEndEvent); next = events.next()) {
            items.add(node(next, depth + 1));
        }
        return new Yaml.Sequence(items, at);
    }

    private Yaml mapping(Position at, int depth) {
        List<Yaml.Entry> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (Event next = events.next(); !(next instanceof MappingEndEvent); next = events.next()) {
            if (!(node(next, depth + 1) instanceof Yaml.Scalar key)) {
                throw new InvalidInput(position(next), "a key that is not a text", "keys must be plain texts");
            }
            if (keys.size() >= MOST_KEYS) {
                throw new InvalidInput(key.position(), "more than " + MOST_KEYS + " keys", "a mapping has fewer");
            }
            if (!keys.add(key.text())) {
                throw new InvalidInput(
                        key.position(), "the key '" + key.text() + "' stands twice", "keys must be unique");
            }
            entries.add(new Yaml.Entry(key, node(events.next(), depth + 1)));
        }
        return new Yaml.Mapping(entries, at);
    }
}
