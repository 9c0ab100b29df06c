package org.blastema.formats;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.CRC32C;
import org.blastema.core.Failure;
import org.blastema.trial.RunStore;
import org.blastema.trial.TaskResult;

/**
 * The results of finished tasks in one file that only grows: task, length, checksum, bytes. A record that was not written whole is cut
 * off when the file is opened again.
 */
final class Journal implements RunStore, AutoCloseable {
    private static final int HEAD = 16;

    private record Place(long offset, int length) {}

    private final FileChannel file;
    private final Path path;
    private final Map<Integer, Place> places = new HashMap<>();
    private long end;

    private Journal(Path path, FileChannel file) {
        this.path = path;
        this.file = file;
    }

    static Journal open(Path path) {
        try {
            FileChannel file = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            Journal journal = new Journal(path, file);
            journal.recover();
            return journal;
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    /** Finds the whole records and drops what follows the last one. */
    private void recover() throws IOException {
        long size = file.size();
        while (end + HEAD <= size) {
            ByteBuffer head = read(end, HEAD);
            int task = head.getInt();
            int length = head.getInt();
            long checksum = head.getLong();
            if (task < 0
                    || length < 0
                    || end + HEAD + length > size
                    || checksum(task, read(end + HEAD, length)) != checksum) {
                break;
            }
            places.put(task, new Place(end + HEAD, length));
            end += HEAD + length;
        }
        file.truncate(end);
    }

    private ByteBuffer read(long offset, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && file.read(bytes, offset + bytes.position()) >= 0) {
            // a read may give fewer bytes than asked for
        }
        return bytes.flip();
    }

    private static long checksum(int task, ByteBuffer bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(ByteBuffer.allocate(4).putInt(task).flip());
        checksum.update(bytes.duplicate());
        return checksum.getValue();
    }

    @Override
    public synchronized SortedSet<Integer> finished() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(places.keySet()));
    }

    @Override
    public void save(TaskResult result) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            result.write(out);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        append(result.task(), bytes.toByteArray());
    }

    /** Appends a record and waits until the disk has it. */
    synchronized void append(int task, byte[] bytes) {
        ByteBuffer body = ByteBuffer.wrap(bytes);
        ByteBuffer record = ByteBuffer.allocate(HEAD + bytes.length);
        record.putInt(task)
                .putInt(bytes.length)
                .putLong(checksum(task, body))
                .put(body)
                .flip();
        try {
            long at = end;
            while (record.hasRemaining()) {
                at += file.write(record, at);
            }
            file.force(false);
        } catch (java.nio.channels.ClosedByInterruptException e) {
            throw new Failure("interrupted while writing " + path);
        } catch (IOException e) {
            throw unwritable(path, e);
        }
        places.put(task, new Place(end + HEAD, bytes.length));
        end += HEAD + bytes.length;
    }

    @Override
    public synchronized TaskResult load(int task) {
        Place place = places.get(task);
        if (place == null) {
            throw new IllegalArgumentException("task " + task + " is not finished");
        }
        try {
            byte[] bytes = read(place.offset(), place.length()).array();
            return TaskResult.read(new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new Failure("the journal " + path + " cannot be read: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    static Failure unwritable(Path path, IOException e) {
        return new Failure(path + " cannot be written: " + Durable.reason(e)
                + "; what is finished is kept, go on with --resume once that is mended");
    }
}
