package org.blastema.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** What a command said and how it ended. */
record Said(int code, String out, String err) {
    static Said of(String... arguments) {
        return at(InstantSource.system(), arguments);
    }

    static Said at(InstantSource clock, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Blastema.run(
                new Streams(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        clock),
                arguments);
        return new Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Ended so, and without a stack trace. */
    Said ended(int expected) {
        assertThat(code).as("out: %s%nerr: %s", out, err).isEqualTo(expected);
        assertThat(out + err).doesNotContain("\tat ").doesNotContain("Exception");
        return this;
    }

    /** Standard output is one JSON object and nothing else. */
    String json() {
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), out)) {
            assertThat(parser.nextToken()).isEqualTo(JsonToken.START_OBJECT);
            parser.skipChildren();
            assertThat(parser.nextToken()).as("after the object").isNull();
        }
        return out;
    }
}
