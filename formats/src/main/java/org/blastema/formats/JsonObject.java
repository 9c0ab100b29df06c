package org.blastema.formats;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.blastema.statistics.Interval;

/** An object whose keys keep their order; {@link #put} leaves out what is absent. */
public final class JsonObject {
    private final Map<String, Object> entries = new LinkedHashMap<>();

    Map<String, Object> entries() {
        return entries;
    }

    /** Puts a value; an empty Optional or a number that is not finite is left out. */
    public JsonObject put(String key, Object value) {
        Object plain = plain(value);
        if (plain != Absent.VALUE) {
            entries.put(key, plain);
        }
        return this;
    }

    /** The same without some keys. */
    public JsonObject without(List<String> keys) {
        JsonObject rest = new JsonObject();
        rest.entries.putAll(entries);
        rest.entries.keySet().removeAll(keys);
        return rest;
    }

    public boolean has(String key) {
        return entries.containsKey(key);
    }

    /** A text; empty where there is none. */
    public String text(String key) {
        return entries.get(key) instanceof String text ? text : "";
    }

    /** A number; NaN where there is none. */
    public double number(String key) {
        return entries.get(key) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    /** An object; an empty one where there is none. */
    public JsonObject object(String key) {
        return entries.get(key) instanceof JsonObject object ? object : new JsonObject();
    }

    /** The objects of a list. */
    public List<JsonObject> objects(String key) {
        return entries.get(key) instanceof List<?> list
                ? list.stream()
                        .filter(JsonObject.class::isInstance)
                        .map(JsonObject.class::cast)
                        .toList()
                : List.of();
    }

    /** The texts of a list. */
    public List<String> texts(String key) {
        return entries.get(key) instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    /** The numbers of a list. */
    public List<Double> numbers(String key) {
        return entries.get(key) instanceof List<?> list
                ? list.stream()
                        .filter(Number.class::isInstance)
                        .map(each -> ((Number) each).doubleValue())
                        .toList()
                : List.of();
    }

    public List<String> keys() {
        return List.copyOf(entries.keySet());
    }

    private enum Absent {
        VALUE
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Optional<?> optional -> optional.isPresent() ? plain(optional.get()) : Absent.VALUE;
            case OptionalDouble optional -> optional.isPresent() ? plain(optional.getAsDouble()) : Absent.VALUE;
            case Interval interval ->
                Double.isFinite(interval.low()) ? List.of(interval.low(), interval.high()) : Absent.VALUE;
            case Double number -> Double.isFinite(number) ? number : Absent.VALUE;
            default -> value;
        };
    }
}
