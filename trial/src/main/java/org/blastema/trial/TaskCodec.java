package org.blastema.trial;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** A task's result as bytes: a mark, the format's version, the length, the content, its CRC-32C. */
final class TaskCodec {
    private static final int MARK = 0x424c5354;
    private static final int VERSION = 4;

    private TaskCodec() {}

    static void write(TaskResult result, DataOutput out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        content(result, new DataOutputStream(bytes));
        byte[] content = bytes.toByteArray();
        out.writeInt(MARK);
        out.writeInt(VERSION);
        out.writeInt(content.length);
        out.write(content);
        out.writeInt(checksum(content));
    }

    static TaskResult read(DataInput in) throws IOException {
        if (in.readInt() != MARK) {
            throw new IOException("this is not the result of a task");
        }
        int version = in.readInt();
        if (version != VERSION) {
            throw new IOException("the result of a task has format " + version + ", this engine reads " + VERSION);
        }
        byte[] content = new byte[ArrayCodec.length(in)];
        in.readFully(content);
        if (in.readInt() != checksum(content)) {
            throw new IOException("the result of a task does not match its checksum");
        }
        return content(new DataInputStream(new ByteArrayInputStream(content)));
    }

    private static int checksum(byte[] content) {
        CRC32C crc = new CRC32C();
        crc.update(content);
        return (int) crc.getValue();
    }

    private static void content(TaskResult result, DataOutputStream out) throws IOException {
        out.writeInt(result.task());
        out.writeInt(result.trial());
        out.writeInt(result.first());
        out.writeInt(result.rows().size());
        for (ArmRows rows : result.rows()) {
            write(rows, out);
        }
        out.writeInt(result.twins().size());
        for (TwinRows rows : result.twins()) {
            write(rows, out);
        }
        out.writeInt(result.failures().size());
        for (PatientFailure failure : result.failures()) {
            write(failure, out);
        }
        SumsCodec.write(result.sums(), out);
    }

    private static TaskResult content(DataInput in) throws IOException {
        int task = in.readInt();
        int trial = in.readInt();
        int first = in.readInt();
        List<ArmRows> rows = list(in, TaskCodec::rows);
        List<TwinRows> twins = list(in, TaskCodec::twins);
        List<PatientFailure> failures = list(in, TaskCodec::failure);
        return new TaskResult(task, trial, first, rows, twins, failures, SumsCodec.read(in));
    }

    interface Reader<T> {
        T read(DataInput in) throws IOException;
    }

    static <T> List<T> list(DataInput in, Reader<T> item) throws IOException {
        int size = ArrayCodec.length(in);
        List<T> items = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            items.add(item.read(in));
        }
        return List.copyOf(items);
    }

    private static void write(ArmRows rows, DataOutput out) throws IOException {
        ArrayCodec.write(out, rows.failed());
        ArrayCodec.write(out, rows.covariates());
        ArrayCodec.write(out, rows.baseline());
        ArrayCodec.write(out, rows.values());
        ArrayCodec.write(out, rows.cost());
        ArrayCodec.write(out, rows.events().patient());
        ArrayCodec.write(out, rows.events().term());
        ArrayCodec.write(out, rows.events().day());
        ArrayCodec.write(out, rows.events().duration());
        ArrayCodec.write(out, rows.events().noticed());
    }

    private static ArmRows rows(DataInput in) throws IOException {
        return new ArmRows(
                ArrayCodec.booleans(in),
                ArrayCodec.doubles(in),
                ArrayCodec.doubles(in),
                ArrayCodec.doubles(in),
                ArrayCodec.doubles(in),
                new ArmRows.Events(
                        ArrayCodec.ints(in),
                        ArrayCodec.ints(in),
                        ArrayCodec.doubles(in),
                        ArrayCodec.doubles(in),
                        ArrayCodec.booleans(in)));
    }

    private static void write(TwinRows rows, DataOutput out) throws IOException {
        ArrayCodec.write(out, rows.failed());
        ArrayCodec.write(out, rows.baseline());
        ArrayCodec.write(out, rows.values());
        ArrayCodec.write(out, rows.followed());
    }

    private static TwinRows twins(DataInput in) throws IOException {
        return new TwinRows(
                ArrayCodec.booleans(in), ArrayCodec.doubles(in), ArrayCodec.doubles(in), ArrayCodec.doubles(in));
    }

    private static void write(PatientFailure failure, DataOutput out) throws IOException {
        out.writeInt(failure.trial());
        out.writeUTF(failure.scenario());
        out.writeUTF(failure.arm());
        out.writeInt(failure.patient());
        out.writeUTF(failure.what());
    }

    private static PatientFailure failure(DataInput in) throws IOException {
        return new PatientFailure(in.readInt(), in.readUTF(), in.readUTF(), in.readInt(), in.readUTF());
    }
}
