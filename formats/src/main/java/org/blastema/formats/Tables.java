package org.blastema.formats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.blastema.trial.ArmPlan;
import org.blastema.trial.ArmRows;
import org.blastema.trial.Curve;
import org.blastema.trial.Plan;
import org.blastema.trial.RunStore;
import org.blastema.trial.Summary;
import org.blastema.trial.TaskResult;
import org.blastema.trial.TwinRows;
import org.blastema.trial.Visit;

/** The tables of a finished run, streamed from the results of its tasks in canonical order. */
final class Tables {
    private final Plan plan;
    private final RunStore store;

    Tables(Plan plan, RunStore store) {
        this.plan = plan;
        this.store = store;
    }

    List<Table> all(Summary summary) {
        return List.of(patients(), events(), timecourse(summary), twins());
    }

    /** Hands over the rows of every trial, arm and block in order. */
    private void eachBlock(BlockConsumer consumer) {
        int blocks = plan.blocks();
        for (int trial = 0; trial < plan.trials(); trial++) {
            TaskResult only = blocks == 1 ? store.load(trial) : null;
            for (int arm = 0; arm < plan.arms().size(); arm++) {
                for (int block = 0; block < blocks; block++) {
                    TaskResult result = only == null ? store.load(trial * blocks + block) : only;
                    consumer.accept(
                            trial,
                            plan.arms().get(arm),
                            result.first(),
                            result.rows().get(arm));
                }
            }
        }
    }

    @FunctionalInterface
    private interface BlockConsumer {
        void accept(int trial, ArmPlan arm, int first, ArmRows rows);
    }

    private Table patients() {
        List<Column> columns = new ArrayList<>(
                List.of(Column.whole("trial"), Column.text("arm"), Column.whole("patient"), Column.flag("failed")));
        plan.covariates().forEach(c -> columns.add(Column.number(c.name(), c.unit())));
        for (ArmPlan.Followed endpoint : plan.endpoints()) {
            columns.add(Column.number(endpoint.name() + ".baseline", endpoint.unit()));
            for (Visit visit : plan.visits()) {
                columns.add(Column.number(endpoint.name() + ".d" + day(visit.day()), endpoint.unit()));
            }
        }
        return new Table(
                "patients",
                columns,
                consumer -> eachBlock((trial, arm, first, rows) -> patients(consumer, trial, arm, first, rows)));
    }

    /** A day as short as it can be: 365.25, 30. */
    static String day(double day) {
        return day == Math.rint(day) ? Long.toString((long) day) : Double.toString(day);
    }

    private void patients(Consumer<Object[]> consumer, int trial, ArmPlan arm, int first, ArmRows rows) {
        int covariates = plan.covariates().size();
        int endpoints = plan.endpoints().size();
        int visits = plan.visits().size();
        Object[] row = new Object[4 + covariates + endpoints * (1 + visits)];
        for (int i = 0; i < rows.patients(); i++) {
            row[0] = (long) trial;
            row[1] = arm.name();
            row[2] = (long) first + i;
            row[3] = rows.failed()[i];
            int at = 4;
            for (int c = 0; c < covariates; c++) {
                row[at++] = rows.covariates()[i * covariates + c];
            }
            for (int e = 0; e < endpoints; e++) {
                row[at++] = rows.baseline()[i * endpoints + e];
                for (int v = 0; v < visits; v++) {
                    row[at++] = rows.values()[(i * endpoints + e) * visits + v];
                }
            }
            consumer.accept(row);
        }
    }

    private Table events() {
        List<Column> columns = List.of(
                Column.whole("trial"),
                Column.text("arm"),
                Column.whole("patient"),
                Column.number("day", "d"),
                Column.text("term"),
                Column.flag("serious"),
                Column.number("duration", "d"),
                Column.flag("noticed"));
        return new Table(
                "events",
                columns,
                consumer -> eachBlock((trial, arm, first, rows) -> {
                    ArmRows.Events events = rows.events();
                    for (int i = 0; i < events.size(); i++) {
                        ArmPlan.Term term = arm.terms().get(events.term()[i]);
                        consumer.accept(new Object[] {
                            (long) trial,
                            arm.name(),
                            (long) first + events.patient()[i],
                            events.day()[i],
                            term.name(),
                            term.serious(),
                            events.duration()[i],
                            events.noticed()[i]
                        });
                    }
                }));
    }

    private static Table timecourse(Summary summary) {
        List<Column> columns = new ArrayList<>(
                List.of(Column.text("arm"), Column.text("readout"), Column.text("unit"), Column.number("day", "d")));
        for (String name : List.of("mean", "sd", "p05", "p25", "p50", "p75", "p95")) {
            columns.add(Column.number(name, ""));
        }
        return new Table("timecourse", columns, consumer -> {
            for (Curve c : summary.curves()) {
                for (int k = 0; k < c.day().length; k++) {
                    consumer.accept(new Object[] {
                        c.arm(),
                        c.readout(),
                        c.unit(),
                        c.day()[k],
                        c.mean()[k],
                        c.sd()[k],
                        c.p05()[k],
                        c.p25()[k],
                        c.p50()[k],
                        c.p75()[k],
                        c.p95()[k]
                    });
                }
            }
        });
    }

    /** Invented persons: endpoints at the visits for all, everything that is followed for the first of them. */
    private Table twins() {
        List<Column> columns = List.of(
                Column.whole("person"),
                Column.text("arm"),
                Column.text("name"),
                Column.text("unit"),
                Column.flag("followed"),
                Column.number("day", "d"),
                Column.number("value", ""));
        int first = plan.firstTwins();
        return new Table("twins", columns, consumer -> {
            for (int task = first; task < plan.tasks(); task++) {
                TaskResult result = store.load(task);
                for (int arm = 0; arm < result.twins().size(); arm++) {
                    twins(
                            consumer,
                            plan.arms().get(arm),
                            result.first(),
                            result.twins().get(arm));
                }
            }
        });
    }

    private void twins(Consumer<Object[]> consumer, ArmPlan arm, int first, TwinRows rows) {
        int endpoints = plan.endpoints().size();
        int visits = plan.visits().size();
        double[] days = plan.timecourse();
        int perPerson = arm.followed().size() * days.length;
        for (int i = 0; i < rows.persons(); i++) {
            for (int e = 0; e < endpoints; e++) {
                ArmPlan.Followed endpoint = plan.endpoints().get(e);
                value(consumer, first + i, arm, endpoint, false, 0, rows.baseline()[i * endpoints + e]);
                for (int v = 0; v < visits; v++) {
                    value(
                            consumer,
                            first + i,
                            arm,
                            endpoint,
                            false,
                            plan.visits().get(v).day(),
                            rows.values()[(i * endpoints + e) * visits + v]);
                }
            }
            if ((i + 1) * perPerson <= rows.followed().length) {
                double[] followed = Arrays.copyOfRange(rows.followed(), i * perPerson, (i + 1) * perPerson);
                for (int k = 0; k < followed.length; k++) {
                    value(
                            consumer,
                            first + i,
                            arm,
                            arm.followed().get(k / days.length),
                            true,
                            days[k % days.length],
                            followed[k]);
                }
            }
        }
    }

    private static void value(
            Consumer<Object[]> consumer,
            int person,
            ArmPlan arm,
            ArmPlan.Followed what,
            boolean followed,
            double day,
            double value) {
        if (!Double.isNaN(value)) {
            consumer.accept(new Object[] {(long) person, arm.name(), what.name(), what.unit(), followed, day, value});
        }
    }
}
