package org.blastema.trial;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.blastema.model.Library;

/** Runs studies of the test library in memory. */
final class Runs {
    private Runs() {}

    static Library library() {
        return Library.folder(Path.of("src/test/resources/library"));
    }

    /** A plan of a study of the test library, with changes {@code path=value}. */
    static Plan plan(String study, String... sets) {
        return plan(library(), study, sets);
    }

    /** A plan of a study of the program's own library. */
    static Plan real(String study, String... sets) {
        return plan(Library.folder(Path.of("../library")), study, sets);
    }

    private static Plan plan(Library library, String study, String... sets) {
        return StudyReader.read(
                library,
                study,
                new Options(
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        List.of(sets)));
    }

    static SortedSet<Integer> tasks(Plan plan) {
        return new TreeSet<>(IntStream.range(0, plan.tasks()).boxed().toList());
    }

    static Memory run(Plan plan, int threads) {
        Memory store = new Memory();
        try {
            new Threads(threads).run(plan, tasks(plan), store, Progress.silent());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return store;
    }

    static Summary summary(String study, String... sets) {
        Plan plan = plan(study, sets);
        return Analysis.summarise(plan, run(plan, 2));
    }

    static EndpointSummary endpoint(Summary summary, String arm, String endpoint, double day) {
        return summary.arms().stream()
                .filter(each -> each.name().equals(arm))
                .flatMap(each -> each.endpoints().stream())
                .filter(each -> each.name().equals(endpoint) && each.day() == day)
                .findFirst()
                .orElseThrow();
    }

    static ContrastSummary contrast(List<ContrastSummary> contrasts, String arm, String versus, double day) {
        return contrasts.stream()
                .filter(each -> each.arm().equals(arm) && each.versus().equals(versus))
                .filter(each -> each.endpoint().equals("score") && each.day() == day)
                .findFirst()
                .orElseThrow();
    }

    /** Keeps results as bytes. */
    static final class Memory implements RunStore {
        private final SortedMap<Integer, byte[]> kept = new TreeMap<>();

        @Override
        public synchronized SortedSet<Integer> finished() {
            return new TreeSet<>(kept.keySet());
        }

        @Override
        public void save(TaskResult result) {
            byte[] bytes = bytes(result);
            synchronized (this) {
                kept.put(result.task(), bytes);
            }
        }

        @Override
        public synchronized TaskResult load(int task) {
            try {
                return TaskResult.read(new DataInputStream(new ByteArrayInputStream(bytes(task))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** A kept result as bytes. */
        synchronized byte[] bytes(int task) {
            return Objects.requireNonNull(kept.get(task), "task " + task);
        }

        static byte[] bytes(TaskResult result) {
            try {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                result.write(new DataOutputStream(bytes));
                return bytes.toByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
