package org.blastema.core;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fhir.ucum.Pair;
import org.fhir.ucum.UcumEssenceService;
import org.fhir.ucum.UcumException;

/**
 * A unit in UCUM code. Annotations such as {@code {cells}} or {@code {USD}} are dimensions of their own, singular and plural
 * alike, so that cells never add to millimetres. A month (mo) is 30.4375 d, a year (a) 365.25 d.
 */
public final class Unit {
    public static final Unit ONE = new Unit("1", 1, new TreeMap<>());

    private static final Pattern FACTOR = Pattern.compile(
            "(?<op>[./]?)(?:(?<open>\\()|(?<factor>[^./{}()]*)(?<note>\\{[^{}]*})?(?<exponent>-?\\d+)?(?<close>\\)*))");

    private final String code;
    private final double scale;
    private final Map<String, Integer> dimension;

    private Unit(String code, double scale, Map<String, Integer> dimension) {
        this.code = code;
        this.scale = scale;
        this.dimension = dimension;
    }

    /**
     * Reads a UCUM code.
     *
     * @throws IllegalArgumentException with a sentence for people if it is not one
     */
    public static Unit parse(String code) {
        return Ucum.KNOWN.computeIfAbsent(code, Unit::parsed);
    }

    private static Unit parsed(String code) {
        if (code.contains("//") || code.isBlank()) {
            throw new IllegalArgumentException("'" + code + "' is not a UCUM unit");
        }
        Map<String, Integer> dimension = new TreeMap<>();
        String plain = stripAnnotations(code, dimension);
        double scale = Ucum.canonical(code, plain, dimension);
        dimension.values().removeIf(power -> power == 0);
        return new Unit(code, scale, dimension);
    }

    /** Binds the unit under a key; {@code 1}, with a problem reported, if there is none that can be read. */
    public static Unit read(Fields fields, String key) {
        String code = fields.requiredText(key);
        if (code.isEmpty()) {
            return ONE;
        }
        try {
            return parse(code);
        } catch (IllegalArgumentException e) {
            fields.problems()
                    .error(
                            fields.at(key),
                            fields.what() + ": " + e.getMessage(),
                            "a unit is a UCUM code such as mm, 1/d, ng/mL, {cells}, or \"1\" for none");
            return ONE;
        }
    }

    /** Moves each annotation into the dimension and leaves a code that UCUM reads. */
    private static String stripAnnotations(String code, Map<String, Integer> dimension) {
        if (code.indexOf('{') < 0) {
            return code;
        }
        StringBuilder plain = new StringBuilder();
        Deque<Integer> signs = new ArrayDeque<>(List.of(1));
        Matcher matcher = FACTOR.matcher(code);
        while (matcher.regionStart() < code.length()) {
            if (!matcher.lookingAt() || matcher.end() == matcher.regionStart()) {
                throw new IllegalArgumentException("'" + code + "' is not a UCUM unit");
            }
            int sign = signs.element() * ("/".equals(matcher.group("op")) ? -1 : 1);
            plain.append(matcher.group("op"));
            if (matcher.group("open") != null) {
                signs.push(sign);
                plain.append('(');
            } else {
                plain.append(matcher.group("factor").isEmpty() ? "1" : matcher.group("factor"));
                annotate(matcher, sign, dimension);
                plain.append(matcher.group("close"));
                close(code, matcher.group("close").length(), signs);
            }
            matcher.region(matcher.end(), code.length());
        }
        return plain.toString();
    }

    private static void close(String code, int count, Deque<Integer> signs) {
        if (count >= signs.size()) {
            throw new IllegalArgumentException("'" + code + "' closes a parenthesis that it does not open");
        }
        for (int i = 0; i < count; i++) {
            signs.pop();
        }
    }

    private static void annotate(Matcher matcher, int sign, Map<String, Integer> dimension) {
        if (matcher.group("note") != null) {
            String exponent = matcher.group("exponent");
            int power = sign * (exponent == null ? 1 : Integer.parseInt(exponent));
            dimension.merge(annotation(matcher.group("note")), power, Integer::sum);
        }
    }

    private static String annotation(String note) {
        String name = note.substring(1, note.length() - 1);
        boolean plural = name.length() > 2 && name.endsWith("s") && !name.endsWith("ss");
        return "{" + (plural ? name.substring(0, name.length() - 1) : name) + "}";
    }

    public String code() {
        return code;
    }

    public Unit times(Unit other) {
        return combine(other, 1, product(other));
    }

    public Unit per(Unit other) {
        return combine(other, -1, this.equals(ONE) ? "1/" + bracket(other) : code + "/" + bracket(other));
    }

    private String product(Unit other) {
        if (equals(ONE)) {
            return other.code;
        }
        return other.equals(ONE) ? code : code + "." + other.code;
    }

    private static String bracket(Unit unit) {
        return unit.code.matches("[^./]*") ? unit.code : "(" + unit.code + ")";
    }

    private Unit combine(Unit other, int sign, String name) {
        Map<String, Integer> powers = new TreeMap<>(dimension);
        other.dimension.forEach((base, power) -> powers.merge(base, sign * power, Integer::sum));
        powers.values().removeIf(power -> power == 0);
        return new Unit(name, sign > 0 ? scale * other.scale : scale / other.scale, powers);
    }

    /** The unit to a whole power. */
    public Unit power(int exponent) {
        Unit result = ONE;
        for (int i = 0; i < Math.abs(exponent); i++) {
            result = exponent > 0 ? result.times(this) : result.per(this);
        }
        return result;
    }

    /** The square root, if every dimension has an even power. */
    public Optional<Unit> root() {
        if (dimension.values().stream().anyMatch(power -> power % 2 != 0)) {
            return Optional.empty();
        }
        Map<String, Integer> halves = new TreeMap<>(dimension);
        halves.replaceAll((base, power) -> power / 2);
        return Optional.of(new Unit("sqrt(" + code + ")", Math.sqrt(scale), halves));
    }

    public boolean commensurable(Unit other) {
        return dimension.equals(other.dimension);
    }

    public boolean dimensionless() {
        return dimension.isEmpty();
    }

    /** What a value in this unit is multiplied with to be in the other, which must be commensurable. */
    public double factorTo(Unit other) {
        return scale == other.scale ? 1 : scale / other.scale;
    }

    /** The dimension for people: "1", "m", "{cell}.d-1". */
    public String dimension() {
        if (dimension.isEmpty()) {
            return "1";
        }
        StringBuilder text = new StringBuilder();
        dimension.forEach((base, power) ->
                text.append(text.isEmpty() ? "" : ".").append(base).append(power == 1 ? "" : power));
        return text.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Unit unit && unit.scale == scale && unit.dimension.equals(dimension);
    }

    @Override
    public int hashCode() {
        return dimension.hashCode();
    }

    @Override
    public String toString() {
        return code;
    }

    /** The library that knows the codes, loaded when the first code is read. */
    private static final class Ucum {
        private static final UcumEssenceService SERVICE = load();

        /** Units by code: reading one takes milliseconds, a model has hundreds and few that differ. A unit never changes. */
        private static final Map<String, Unit> KNOWN = new ConcurrentHashMap<>();

        private static UcumEssenceService load() {
            try (InputStream essence = UcumEssenceService.class.getResourceAsStream("/ucum-essence.xml")) {
                return new UcumEssenceService(java.util.Objects.requireNonNull(essence, "ucum-essence.xml"));
            } catch (UcumException | java.io.IOException e) {
                throw new IllegalStateException("the unit definitions cannot be read", e);
            }
        }

        /** Scale to base units; adds the base units' powers to the dimension. */
        static double canonical(String code, String plain, Map<String, Integer> dimension) {
            try {
                Pair canonical = SERVICE.getCanonicalForm(new Pair(new org.fhir.ucum.Decimal("1", 24), plain));
                for (String factor : canonical.getCode().split("\\.")) {
                    Matcher matcher = Pattern.compile("([^0-9-]+)(-?\\d+)?").matcher(factor);
                    if (matcher.matches()) {
                        int power = matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
                        dimension.merge(matcher.group(1), power, Integer::sum);
                    }
                }
                return new BigDecimal(canonical.getValue().asDecimal()).doubleValue();
            } catch (UcumException | RuntimeException e) {
                throw new IllegalArgumentException("'" + code + "' is not a UCUM unit", e);
            }
        }
    }
}
