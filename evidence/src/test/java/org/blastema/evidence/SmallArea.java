package org.blastema.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.blastema.core.Problems;
import org.blastema.model.Library;
import org.blastema.trial.Progress;
import org.blastema.trial.Threads;

/** An area of two small trials of the model {@code score}, laid over the library of the tests of {@code trial}. */
record SmallArea(Path folder) {
    static final String OUTCOMES_HEAD =
            "trial,arm,n,endpoint,kind,statistic,baseline,baseline-sd,month,value,sd,low,high,interval,source,knowledge,note\n";

    static SmallArea in(Path folder) {
        return new SmallArea(folder)
                .put("studies/one-2001.yaml", study("one-2001", 12))
                .put("studies/two-2002.yaml", study("two-2002", 20))
                .outcomes("""
                        one-2001,nothing,12,score,change,mean,60,14,1,-2,12,,,,made-up,read,
                        one-2001,pill,12,score,change,mean,61,14,1,-60,12,,,,made-up,read,
                        two-2002,pill,20,score,value,median,60,14,3,52,,44,61,iqr,made-up,read,
                        two-2002,nothing,20,score,share,,,,1,0.3,,,,,made-up,read,
                        """)
                .scored("""
                        area,one-2001,nothing,score,1,calibration,because
                        area,one-2001,pill,score,1,calibration,because
                        area,two-2002,pill,score,3,held-back,because
                        area,two-2002,nothing,score,1,calibration,because
                        """)
                .nulls("area,one-2001,pill,nothing,score,1,made-up,read,\n");
    }

    static String study(String name, int patients) {
        return """
                study: %s
                title: {en: A trial, ar: تجربة}
                model: score
                population: people
                patients: %d
                trials: 40
                twins: 5
                seed: 3
                horizon: 100 d
                visits: [10 d, 1 mo, 3 mo]
                timecourse: [0 d, 1 d, 10 d, 100 d]
                endpoints:
                  - readout: score
                    responder: {gain: 1, unit: cm, source: made-up, knowledge: assumed}
                  - {readout: level}
                arms:
                  - {name: nothing, product: nothing}
                  - {name: pill, product: pill}
                  - {name: twice, product: nothing}
                reference: nothing
                """.formatted(name, patients);
    }

    SmallArea outcomes(String rows) {
        return put("evidence/outcomes/area.csv", OUTCOMES_HEAD + rows);
    }

    SmallArea scored(String rows) {
        return put("evidence/scored.csv", "area,trial,arm,endpoint,month,block,why\n" + rows);
    }

    SmallArea nulls(String rows) {
        return put("evidence/nulls.csv", "area,trial,arm,versus,endpoint,month,source,knowledge,note\n" + rows);
    }

    SmallArea put(String file, String text) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Library library() {
        return Library.folder(Path.of("../trial/src/test/resources/library")).with(folder);
    }

    Validation validate(int threads) {
        try {
            Library library = library();
            return Validator.run(library, Validator.areas(library), new Threads(threads), Progress.silent());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Problems problems() {
        Problems problems = new Problems();
        AreaTrials.read(library(), "area", problems);
        return problems;
    }
}
