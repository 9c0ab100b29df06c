package org.blastema.core;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text files as bytes: UTF-8 of a bounded size, with or without a byte order mark. */
final class Utf8 {
    private Utf8() {}

    /**
     * The text of a file, without a byte order mark.
     *
     * @throws InvalidInput if it is too large, not UTF-8 or holds a zero byte
     */
    static String decode(String file, byte[] bytes) {
        if (bytes.length > YamlReader.MOST_BYTES) {
            throw new InvalidInput(
                    new Position(file, 1, 1), "the file has " + bytes.length + " bytes", YamlReader.sizeRule());
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer source = ByteBuffer.wrap(bytes);
        try {
            String text = decoder.decode(source).toString();
            int zero = text.indexOf('\0');
            if (zero >= 0) {
                throw new InvalidInput(at(file, bytes, zero), "a zero byte", "the file must be text in UTF-8");
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            String what = bytes.length > 1 && (bytes[0] == (byte) 0xFE || bytes[0] == (byte) 0xFF)
                    ? "the file looks like UTF-16"
                    : "byte " + source.position() + " is not UTF-8";
            throw new InvalidInput(at(file, bytes, source.position()), what, "the file must be text in UTF-8");
        }
    }

    private static Position at(String file, byte[] bytes, int offset) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < Math.min(offset, bytes.length); i++) {
            column++;
            if (bytes[i] == '\n') {
                line++;
                column = 1;
            }
        }
        return new Position(file, line, column);
    }
}
