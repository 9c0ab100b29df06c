package org.blastema.trial;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.blastema.statistics.Moments;
import org.blastema.statistics.PairMoments;

/** Sums as bytes, every bit of them. Histograms, most of their bulk, take two or three bytes a bin that holds something. */
final class SumsCodec {
    private SumsCodec() {}

    static void write(Sums sums, DataOutput out) throws IOException {
        out.writeInt(sums.pairs().size());
        for (List<PairMoments> scenario : sums.pairs()) {
            out.writeInt(scenario.size());
            for (PairMoments pair : scenario) {
                write(pair, out);
            }
        }
        out.writeInt(sums.arms().size());
        for (ArmSums arm : sums.arms()) {
            write(arm, out);
        }
        out.writeInt(sums.paired().size());
        for (List<Moments> scenario : sums.paired()) {
            out.writeInt(scenario.size());
            for (Moments moments : scenario) {
                write(moments, out);
            }
        }
    }

    static Sums read(DataInput in) throws IOException {
        List<List<PairMoments>> pairs = TaskCodec.list(in, each -> TaskCodec.list(each, SumsCodec::pair));
        List<ArmSums> arms = TaskCodec.list(in, SumsCodec::arm);
        return new Sums(pairs, arms, TaskCodec.list(in, each -> TaskCodec.list(each, SumsCodec::moments)));
    }

    private static void write(PairMoments pair, DataOutput out) throws IOException {
        out.writeLong(pair.n());
        out.writeDouble(pair.meanX());
        out.writeDouble(pair.meanY());
        out.writeDouble(pair.sxx());
        out.writeDouble(pair.sxy());
        out.writeDouble(pair.syy());
    }

    private static PairMoments pair(DataInput in) throws IOException {
        return new PairMoments(
                in.readLong(), in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
    }

    private static void write(ArmSums arm, DataOutput out) throws IOException {
        out.writeLong(arm.solved());
        out.writeLong(arm.failed());
        write(arm.responders(), out);
        write(arm.harms(), out);
        write(arm.cost(), out);
        write(arm.costs(), out);
        out.writeInt(arm.course().size());
        for (Moments moments : arm.course()) {
            write(moments, out);
        }
        out.writeInt(arm.spread().size());
        for (Counts counts : arm.spread()) {
            write(counts, out);
        }
    }

    private static ArmSums arm(DataInput in) throws IOException {
        return new ArmSums(
                in.readLong(),
                in.readLong(),
                longs(in),
                harms(in),
                moments(in),
                counts(in),
                TaskCodec.list(in, SumsCodec::moments),
                TaskCodec.list(in, SumsCodec::counts));
    }

    private static void write(HarmSums harms, DataOutput out) throws IOException {
        out.writeInt(harms.terms().size());
        for (HarmSums.OfTerm term : harms.terms()) {
            ArrayCodec.write(out, term.atRisk());
            ArrayCodec.write(out, term.patients());
            ArrayCodec.write(out, term.noticed());
            write(term.days(), out);
            write(term.durations(), out);
            out.writeLong(term.lots().struck());
            out.writeLong(term.lots().first());
            out.writeLong(term.lots().last());
        }
        out.writeLong(harms.any());
        out.writeLong(harms.serious());
    }

    private static HarmSums harms(DataInput in) throws IOException {
        return new HarmSums(TaskCodec.list(in, SumsCodec::term), in.readLong(), in.readLong());
    }

    private static HarmSums.OfTerm term(DataInput in) throws IOException {
        return new HarmSums.OfTerm(
                ArrayCodec.number(in),
                ArrayCodec.number(in),
                ArrayCodec.number(in),
                moments(in),
                moments(in),
                new HarmSums.Lots(in.readLong(), in.readLong(), in.readLong()));
    }

    private static void write(List<Long> values, DataOutput out) throws IOException {
        ArrayCodec.write(out, values.stream().mapToLong(Long::longValue).toArray());
    }

    private static List<Long> longs(DataInput in) throws IOException {
        return Arrays.stream(ArrayCodec.longs(in)).boxed().toList();
    }

    private static void write(Moments moments, DataOutput out) throws IOException {
        out.writeLong(moments.n());
        out.writeDouble(moments.mean());
        out.writeDouble(moments.squares());
    }

    private static Moments moments(DataInput in) throws IOException {
        return new Moments(in.readLong(), in.readDouble(), in.readDouble());
    }

    private static void write(Counts counts, DataOutput out) throws IOException {
        out.writeInt(counts.bins().length);
        int before = 0;
        for (int i = 0; i < counts.bins().length; i++) {
            ArrayCodec.write(out, counts.bins()[i] - before);
            ArrayCodec.write(out, counts.counts()[i]);
            before = counts.bins()[i];
        }
    }

    private static Counts counts(DataInput in) throws IOException {
        int[] bins = new int[ArrayCodec.length(in)];
        long[] counts = new long[bins.length];
        int before = 0;
        for (int i = 0; i < bins.length; i++) {
            bins[i] = Math.toIntExact(before + ArrayCodec.number(in));
            counts[i] = ArrayCodec.number(in);
            before = bins[i];
        }
        return new Counts(bins, counts);
    }
}
