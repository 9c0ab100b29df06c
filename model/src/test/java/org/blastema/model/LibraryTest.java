package org.blastema.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.blastema.core.InvalidInput;
import org.blastema.core.Position;
import org.blastema.core.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LibraryTest {
    private static final String MODEL = "model: knee\ntitle: {en: Mine, ar: لي}\ntime: d\nsources: [mine-2026]\n";

    @Test
    void aUsersFolderLiesOverThePackagedFiles(@TempDir Path folder) throws IOException {
        write(folder, "models/knee.yaml", MODEL);
        write(folder, "evidence/sources.bib", "@article{mine-2026, title = {Mine}}");
        Library library = Library.packaged().with(folder);
        assertThat(ModelReader.read(library, "knee").title().en()).isEqualTo("Mine");
        assertThat(library.names("models")).contains("baker-2017", "knee");
        assertThat(library.bibliography().keys()).contains("mine-2026", "baker-2017");
        assertThat(library.label("models/knee.yaml")).isEqualTo(folder + "/models/knee.yaml");
        assertThat(library.label("models/baker-2017.yaml")).isEqualTo("library/models/baker-2017.yaml");
        assertThat(library.filesRead())
                .containsEntry("models/knee.yaml", Library.sha256(MODEL.getBytes(StandardCharsets.UTF_8)));
        assertThat(library.replaced()).containsExactly("models/knee.yaml");
        assertThat(Library.packaged().with(folder).replaced())
                .as("none was read yet")
                .isEmpty();
    }

    @Test
    void whatIsNoLibraryIsRefused(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> Library.folder(folder.resolve("nowhere")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("nowhere is no library");
        write(folder, "notes/a.txt", "a");
        assertThatThrownBy(() -> Library.packaged().with(folder))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("holds no file in any of [models");
    }

    @Test
    void aHugeFileIsRefusedBeforeItIsRead(@TempDir Path folder) throws IOException {
        Path file = write(folder, "models/huge.yaml", "");
        try (var channel = Files.newByteChannel(file, java.nio.file.StandardOpenOption.WRITE)) {
            channel.position(20_000_000).write(java.nio.ByteBuffer.wrap(new byte[] {1}));
        }
        assertThatThrownBy(() -> Library.folder(folder))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("models/huge.yaml:1:1")
                .hasMessageContaining("20000001 bytes");
    }

    @Test
    void unknownNamesAreAnsweredWithTheNearest() {
        assertThat(Library.packaged().unknown("studies", "kne", new Position("command line", 1, 1)))
                .hasMessageContaining("unknown study 'kne'")
                .hasMessageContaining("nearest: knee");
    }

    @Test
    void whatIsReadCannotBeChanged() {
        Library library = Library.packaged();
        byte[] bytes = library.bytes("models/knee.yaml").orElseThrow();
        String hash = Library.sha256(bytes);
        bytes[0]++;
        assertThat(Library.sha256(library.bytes("models/knee.yaml").orElseThrow()))
                .isEqualTo(hash);
        assertThat(library.filesRead()).containsEntry("models/knee.yaml", hash);
    }

    /** The program runs from jars, where resources cannot be listed as files of a folder. */
    @Test
    void thePackagedLibraryIsReadFromAJarToo(@TempDir Path folder) throws Exception {
        Path classes = Path.of(Library.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path jar = folder.resolve("the model.jar");
        try (FileSystem inside = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of("create", "true"));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = inside.getPath("/" + classes.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        List<URL> path = new ArrayList<>(List.of(jar.toUri().toURL()));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!Path.of(entry).equals(classes)) {
                path.add(Path.of(entry).toUri().toURL());
            }
        }
        try (URLClassLoader loader =
                new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Class<?> type = loader.loadClass("org.blastema.model.Library");
            Object library = type.getMethod("packaged").invoke(null);
            assertThat(type).isNotEqualTo(Library.class);
            assertThat(type.getMethod("names", String.class).invoke(library, "models"))
                    .isEqualTo(Library.packaged().names("models"));
            assertThat(type.getMethod("label", String.class).invoke(library, "models/knee.yaml"))
                    .isEqualTo("library/models/knee.yaml");
        }
    }

    private static Path write(Path folder, String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
