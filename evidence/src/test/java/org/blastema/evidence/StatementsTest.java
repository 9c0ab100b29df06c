package org.blastema.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.blastema.evidence.Advertisement.Quoted;
import org.blastema.model.Library;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a text is parted, and where not. */
final class StatementsTest {
    private static final Phrases PHRASES = Phrases.read(Library.packaged());

    private static List<String> parted(String text) {
        return new Statements(PHRASES, part -> part.contains("pain") || part.contains("ألم"))
                .of(text).stream().map(Quoted::text).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            One. Two! Three? Four; five                 | One. / Two! / Three? / Four / five
            أولاً. ثانياً! ثالثاً؟ رابعاً؛ خامساً       | أولاً. / ثانياً! / ثالثاً؟ / رابعاً / خامساً
            بلا ألم.بلا جراحة!احجز                      | بلا ألم. / بلا جراحة! / احجز
            She said “never.” He left                   | She said “never.” / He left
            • One • two ✅ three ➤four                  | One / two / three / four
            - One                                       | One
            2) Two                                      | Two
            3. Three                                    | Three
            ٤. أربعة                                    | أربعة
            Cells – the future                          | Cells / the future
            no pain, no pain at all                     | no pain / no pain at all
            بلا ألم، ولا ألم غداً                        | بلا ألم / ولا ألم غداً
            Wait... what                                | Wait... / what
            """)
    void itIsPartedHere(String text, String parts) {
        assertThat(parted(text)).containsExactly(parts.split(" / "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Less by 3.5 mm
            Dr. Nobody and Prof. Noone
            In the U.S. and the U.K. alone
            Several uses, e.g. knees, approx. 40 of them
            Only 20,000 dollars
            من ٢٠،٠٠٠ إلى ٣٠٬٠٠٠ دولار
            بإشراف د. فلان وأ.د. علّان
            20,000 – 60,000 dollars
            www.example.org
            no pain, thanks to cells without pain
            لا ألم، لأنها خلايا بلا ألم
            Since pain is gone, no pain is left
            knees, hips and pain
            well-known and long-lasting
            5-star clinic
            """)
    void itIsNotPartedHere(String text) {
        assertThat(parted(text)).containsExactly(text);
    }

    @Test
    void aStatementKeepsItsLine() {
        assertThat(new Statements(PHRASES, part -> true).of("One. Two\n\n***\nThree"))
                .containsExactly(new Quoted(1, "One."), new Quoted(1, "Two"), new Quoted(4, "Three"));
    }
}
