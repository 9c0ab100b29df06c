package org.blastema.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever ends a run, it is whole or it can go on, and the bytes are those of a run that nothing ended. */
@Tag("slow")
final class CrashTest {
    private static final int KILLS = 20;

    @TempDir
    private Path folder;

    private String[] study(String out, String... more) {
        String[] words = {
            "run", "knee", "--patients", "60", "--trials", "80", "--threads", "2", "--out", folder + "/" + out
        };
        String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return all;
    }

    private Child start(String limits, String out) throws IOException {
        return Child.start(limits, folder.resolve(out + ".txt"), study(out));
    }

    @Test
    void killedAtAnyMomentItGoesOnWithTheSameBytes() throws IOException, InterruptedException {
        long began = System.nanoTime();
        assertThat(start("", "whole").end()).isZero();
        double seconds = (System.nanoTime() - began) / 1e9;
        Random moments = new Random(1);
        int unfinished = 0;
        for (int i = 0; i < KILLS; i++) {
            String out = "run" + i;
            Child child = start("", out);
            child.process().waitFor((long) (1000 * seconds * moments.nextDouble(0.1, 1.0)), TimeUnit.MILLISECONDS);
            child.process().destroyForcibly();
            child.end();
            unfinished += Files.exists(folder.resolve(out + ".partial")) ? 1 : 0;
            assertThat(Said.of(study(out, "--resume")).ended(0).out()).contains("report.html");
            assertThat(folder.resolve(out + ".partial")).doesNotExist();
            RunCommandTest.assertSameBytes(folder.resolve(out), folder.resolve("whole"));
        }
        assertThat(unfinished).as("runs that were really cut").isGreaterThanOrEqualTo(KILLS / 4);
    }

    @Test
    void interruptedItSaysHowToGoOn() throws IOException, InterruptedException {
        Child child = start("", "run");
        Path journal = folder.resolve("run.partial/tasks.journal");
        while (child.process().isAlive() && !(Files.exists(journal) && Files.size(journal) > 10_000)) {
            Thread.sleep(5);
        }
        new ProcessBuilder("kill", "-INT", Long.toString(child.process().pid()))
                .start()
                .waitFor();
        assertThat(child.end()).as(child.said()).isEqualTo(130);
        assertThat(child.said()).contains("interrupted", "--resume").doesNotContain("\tat ");
        assertThat(Said.of(study("run")).ended(3).err()).contains("--resume");
        assertThat(Said.of(study("run", "--seed", "2", "--resume")).ended(2).err())
                .contains("hash");
        Said.of(study("run", "--resume")).ended(0);
    }

    /** The limit of the size of a file stands in for a disk that fills: the journal, then the tables. */
    @Test
    void aDiskThatFillsIsToldAndLosesNothing() throws IOException, InterruptedException {
        assertThat(start("", "whole").end()).isZero();
        Child child = start("ulimit -f 1000;", "run");
        assertThat(child.end()).as(child.said()).isEqualTo(1);
        assertThat(child.said())
                .contains("cannot be written")
                .doesNotContain("\tat ")
                .doesNotContain("SIGXFSZ");
        assertThat(folder.resolve("run")).doesNotExist();
        Said.of(study("run", "--resume")).ended(0);
        RunCommandTest.assertSameBytes(folder.resolve("run"), folder.resolve("whole"));
    }

    /** A real file system of a few sizes that fills in different stages; only root may mount one. */
    @Test
    void aFileSystemThatFillsIsToldAndLosesNothing() throws IOException, InterruptedException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        int stopped = 0;
        for (int kilobytes : new int[] {200, 1500, 3000, 4500}) {
            assumeTrue(
                    shell("mount -t tmpfs -o size=" + kilobytes + "k blastema " + disk) == 0,
                    "skipped: a file system of its own cannot be mounted here");
            try {
                Child child = Child.start("", folder.resolve("out.txt"), study("disk/run"));
                int code = child.end();
                assertThat(code).as(child.said()).isIn(0, 1);
                assertThat(child.said()).doesNotContain("\tat ");
                assertThat(Files.exists(disk.resolve("run"))).isEqualTo(code == 0);
                if (code == 1) {
                    stopped++;
                    assertThat(child.said()).contains("cannot be written");
                    assertThat(shell("mount -o remount,size=100m " + disk)).isZero();
                    Said.of(study("disk/run", "--resume")).ended(0);
                }
            } finally {
                shell("umount " + disk);
            }
        }
        assertThat(stopped).isGreaterThanOrEqualTo(2);
    }

    private static int shell(String command) throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
