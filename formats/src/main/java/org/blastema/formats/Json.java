package org.blastema.formats;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.blastema.core.Failure;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** JSON of maps, lists, texts and numbers, the same bytes for the same values: keys in their order, absent values left out. */
public final class Json {
    private Json() {}

    /** One object, on lines of its own with two blanks of indent, ended by a line break. */
    public static String pretty(JsonObject object) {
        return write(object, true) + "\n";
    }

    /** One object on one line. */
    public static String compact(JsonObject object) {
        return write(object, false);
    }

    /**
     * Reads one object: objects as {@link JsonObject}, arrays as lists, numbers as doubles, texts, truth values; a null is left out.
     *
     * @throws Failure if it is not one
     */
    public static JsonObject read(String text) {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                return object(parser);
            }
        } catch (JacksonException e) {
            throw new Failure("not JSON: " + e.getOriginalMessage());
        }
        throw new Failure("not a JSON object");
    }

    private static JsonObject object(JsonParser parser) {
        JsonObject object = new JsonObject();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            parser.nextToken();
            read(parser).ifPresent(value -> object.put(key, value));
        }
        return object;
    }

    private static Optional<Object> read(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> Optional.of(object(parser));
            case START_ARRAY -> {
                List<Object> items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    read(parser).ifPresent(items::add);
                }
                yield Optional.of(items);
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Optional.of(parser.getDoubleValue());
            case VALUE_TRUE, VALUE_FALSE -> Optional.of(parser.getBooleanValue());
            case VALUE_STRING -> Optional.of(parser.getString());
            default -> Optional.empty();
        };
    }

    private static String write(JsonObject object, boolean pretty) {
        StringWriter text = new StringWriter();
        JsonFactory factory = new JsonFactory();
        ObjectWriteContext context = pretty ? new Indented() : ObjectWriteContext.empty();
        try (JsonGenerator generator = factory.createGenerator(context, text)) {
            value(generator, object);
        }
        return text.toString();
    }

    /** Asks the generator to indent. */
    private static final class Indented extends ObjectWriteContext.Base {
        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }

        @Override
        public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
            return new tools.jackson.core.util.DefaultPrettyPrinter(
                            tools.jackson.core.util.Separators.createDefaultInstance())
                    .withObjectIndenter(new tools.jackson.core.util.DefaultIndenter("  ", "\n"));
        }
    }

    private static void value(JsonGenerator out, Object value) {
        switch (value) {
            case JsonObject object -> {
                out.writeStartObject();
                object.entries().forEach((key, inner) -> {
                    out.writeName(key);
                    value(out, inner);
                });
                out.writeEndObject();
            }
            case Map<?, ?> map -> {
                out.writeStartObject();
                map.forEach((key, inner) -> {
                    out.writeName(String.valueOf(key));
                    value(out, java.util.Objects.requireNonNull(inner));
                });
                out.writeEndObject();
            }
            case Collection<?> list -> {
                out.writeStartArray();
                list.forEach(item -> value(out, java.util.Objects.requireNonNull(item)));
                out.writeEndArray();
            }
            case double[] numbers -> {
                out.writeStartArray();
                for (double number : numbers) {
                    value(out, number);
                }
                out.writeEndArray();
            }
            case Double number -> number(out, number);
            case Number whole -> out.writeNumber(whole.toString());
            case Boolean truth -> out.writeBoolean(truth);
            default -> out.writeString(value.toString());
        }
    }

    /** Shortest text that reads back as the same number; whole numbers keep one decimal only where they are large. */
    private static void number(JsonGenerator out, double number) {
        if (Double.isFinite(number)) {
            out.writeNumber(Double.toString(number == 0 ? 0.0 : number));
        } else {
            out.writeNull();
        }
    }
}
