package org.blastema.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** JSON as maps, lists, texts, numbers and booleans; null is the enum's value. */
enum Tree {
    NULL;

    static Map<String, Object> object(String json) {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            return objectOf(value(parser));
        }
    }

    private static Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> entries(parser);
            case START_ARRAY -> items(parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> NULL;
        };
    }

    private static Map<String, Object> entries(JsonParser parser) {
        Map<String, Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            object.put(key, value(parser));
        }
        return object;
    }

    private static List<Object> items(JsonParser parser) {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(parser));
        }
        return list;
    }

    /** What stands at the end of a path of keys. */
    static Object at(Map<String, Object> object, String... path) {
        Object here = object;
        for (String key : path) {
            here = objectOf(here).getOrDefault(key, NULL);
        }
        return here;
    }

    static double number(Map<String, Object> object, String key) {
        return (double) at(object, key);
    }

    static List<?> list(Map<String, Object> object, String... path) {
        return at(object, path) instanceof List<?> list ? list : List.of();
    }

    static List<Map<String, Object>> objects(Map<String, Object> object, String... path) {
        return list(object, path).stream().map(Tree::objectOf).toList();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> objectOf(Object node) {
        return (Map<String, Object>) node;
    }
}
