package org.blastema.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.blastema.core.InvalidInput;
import org.blastema.core.Position;
import org.blastema.core.Problem;
import org.blastema.core.Problems;
import org.blastema.core.Severity;
import org.blastema.core.Yaml;

/** Checks files and finds every problem of all of them. The first key of a file tells what it is and so who reads it. */
public final class Checker {
    /** Reads one document of a kind and reports what is wrong with it, as problems or as {@link InvalidInput}. */
    @FunctionalInterface
    public interface DocumentCheck {
        void check(Library library, Yaml.Mapping document, Problems problems);
    }

    /** Reads one table of a library and reports what is wrong with it, as problems or as {@link InvalidInput}. */
    @FunctionalInterface
    public interface TableCheck {
        void check(Library library, String path, Problems problems);
    }

    /**
     * @param files how many files were read
     * @param problems errors and warnings in the order of files and lines
     */
    public record Report(int files, List<Problem> problems) {
        public Report {
            problems = List.copyOf(problems);
        }

        public boolean failed() {
            return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
        }
    }

    private final SortedMap<String, DocumentCheck> checks;
    private final SortedMap<String, TableCheck> tables;

    private Checker(SortedMap<String, DocumentCheck> checks, SortedMap<String, TableCheck> tables) {
        this.checks = checks;
        this.tables = tables;
    }

    /** Knows models; modules above add their kinds. */
    public static Checker ofModels() {
        return new Checker(new TreeMap<>(), new TreeMap<>()).with("model", ModelReader::read);
    }

    /**
     * The same with one more kind.
     *
     * @param key the first key of its files: {@code study}
     */
    public Checker with(String key, DocumentCheck check) {
        SortedMap<String, DocumentCheck> more = new TreeMap<>(checks);
        more.put(key, check);
        return new Checker(more, tables);
    }

    /**
     * The same with one more kind of table.
     *
     * @param start what the paths of its files begin with: {@code evidence/outcomes/}
     */
    public Checker withTables(String start, TableCheck check) {
        SortedMap<String, TableCheck> more = new TreeMap<>(tables);
        more.put(start, check);
        return new Checker(checks, more);
    }

    /** Checks every YAML file and every table of a library. */
    public Report check(Library library) {
        Problems problems = new Problems();
        int files = 0;
        for (String kind : Library.KINDS) {
            for (String name : library.names(kind)) {
                files++;
                collect(problems, () -> checkNamed(library, kind, name, problems));
            }
        }
        for (String path : library.tables()) {
            files++;
            collect(problems, () -> checkTable(library, path, problems));
        }
        return new Report(files, problems.list());
    }

    /** Checks files of the user, which may use what the library holds. */
    public Report check(Library library, Collection<Path> files) {
        Problems problems = new Problems();
        for (Path file : files) {
            collect(problems, () -> check(library, library.document(file), problems));
        }
        return new Report(files.size(), problems.list());
    }

    private void checkTable(Library library, String path, Problems problems) {
        tables.entrySet().stream()
                .filter(entry -> path.startsWith(entry.getKey()))
                .findFirst()
                .ifPresentOrElse(
                        entry -> entry.getValue().check(library, path, problems),
                        () -> problems.unknown(
                                new Position(library.label(path), 1, 1), "table", path, tables.keySet()));
    }

    private static void collect(Problems problems, Runnable check) {
        try {
            check.run();
        } catch (InvalidInput e) {
            problems.addAll(e.problems());
        }
    }

    private void checkNamed(Library library, String kind, String name, Problems problems) {
        Yaml.Mapping document = library.document(kind, name).orElseThrow();
        String key = Library.singular(kind);
        if (document.get(key).isEmpty()) {
            problems.error(document.position(), "no key '" + key + "'", "a file in " + kind + " begins with it");
            return;
        }
        Yaml named = document.get(key).orElseThrow();
        if (named instanceof Yaml.Scalar scalar && !scalar.text().equals(name)) {
            problems.error(
                    named.position(),
                    "the name '" + scalar.text() + "'",
                    "a file of the library is called like what it holds",
                    name);
        }
        check(library, document, problems);
    }

    private void check(Library library, Yaml.Mapping document, Problems problems) {
        List<Yaml.Entry> entries = document.entries();
        Yaml.Scalar first = entries.isEmpty()
                ? new Yaml.Scalar("", true, document.position())
                : entries.getFirst().key();
        DocumentCheck check = checks.get(first.text());
        if (check == null) {
            List<String> keys = new ArrayList<>(checks.keySet());
            problems.error(
                    first.position(),
                    "the first key '" + first.text() + "'",
                    "the first key tells what a file is: " + String.join(", ", keys),
                    Problems.nearest(first.text(), keys).toArray(String[]::new));
            return;
        }
        check.check(library, document, problems);
    }
}
