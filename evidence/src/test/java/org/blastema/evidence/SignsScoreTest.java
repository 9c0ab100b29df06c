package org.blastema.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.api.Assertions;
import org.blastema.core.InvalidInput;
import org.blastema.evidence.SignsScore.Answer;
import org.blastema.model.Library;
import org.junit.jupiter.api.Test;

final class SignsScoreTest {
    private static final WarningSigns SIGNS = WarningSigns.read(Library.packaged());

    @Test
    void tenSignsOfOnePoint() {
        assertThat(SIGNS.signs()).hasSize(10).allMatch(sign -> sign.points() == 1);
        assertThat(SIGNS.most()).isEqualTo(10);
    }

    @Test
    void seenSignsAreCountedAndUnknownOnesApart() {
        SignsScore score = SignsScore.of(SIGNS, List.of("1=yes", "pressure=نعم", "3=no", "4=unknown", "10=YES"));
        assertThat(score.seen()).isEqualTo(3);
        assertThat(score.open()).isEqualTo(6);
        assertThat(score.answers().values().stream().toList().subList(0, 4))
                .containsExactly(Answer.YES, Answer.UNKNOWN, Answer.NO, Answer.UNKNOWN);
    }

    @Test
    void noAnswerIsNoNo() {
        assertThat(SignsScore.of(SIGNS, List.of()).open()).isEqualTo(10);
    }

    @Test
    void everyAnswerThatIsNotUnderstoodIsTold() {
        InvalidInput error = Assertions.catchThrowableOfType(
                InvalidInput.class,
                () -> SignsScore.of(SIGNS, List.of("11=yes", "presure=no", "1=maybe", "2", "3=yes", "stories=no")));
        assertThat(error.problems().toString())
                .contains("unknown sign '11'", "a number from 1 to 10")
                .contains("unknown sign 'presure'", "nearest: pressure")
                .contains("the answer 'maybe'", "the answer ''")
                .contains("an answer to 'stories' a second time");
    }
}
