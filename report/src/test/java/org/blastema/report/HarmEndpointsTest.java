package org.blastema.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.blastema.core.Language;
import org.blastema.core.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Endpoints that a study calls harms are told before the events. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HarmEndpointsTest {
    private final SmallRun run = SmallRun.of(
            "blood",
            List.of(
                    "patients=20",
                    "trials=4",
                    "twins=0",
                    "arms=[{name: none, product: blood-no-graft}, {name: marrow, product: blood-marrow}, {name: cord, product: blood-cord}]",
                    "reference=none",
                    "contrasts=[]",
                    "data-conflicts=[]",
                    "published=[]"));

    private Text harms() {
        return run.findings().harms().orElseThrow();
    }

    @Test
    void theSharesOfTheRunAreTold() {
        double marrow = run.endpoint("marrow", "dead-without-relapse", 12).mean();
        double cord = run.endpoint("cord", "dead-without-relapse", 12).mean();
        assertThat(harms().en())
                .contains("Dead without relapse within 12 months: %.0f to %.0f by arm (100)"
                        .formatted(Math.min(marrow, cord), Math.max(marrow, cord)))
                .containsSubsequence("of 100 given grafts", "Infection within 100 days", "Harms per 1,000 people");
        assertThat(harms().ar()).contains("الوفاة من غير انتكاس خلال 12 شهراً").doesNotContain("%");
    }

    @Test
    void theSheetDoesNotAskWhetherADeathIsNoticed() {
        var sheet = new SheetWords(run.subject(), run.modified(List.of()).findings()).json();
        assertThat(sheet.orElseThrow().objects("works").get(1).text("en")).isEqualTo("In this computation: less harm.");
    }

    /** Who reads what goes wrong after infusions for graft-versus-host disease reads first how many die. */
    @Test
    void deathsOfADiseaseThatKillsAreTold() {
        SmallRun gvhd = SmallRun.few("gvhd");
        String told = gvhd.findings().harms().orElseThrow().en();
        double cells = gvhd.endpoint("msc", "dead", 6).mean();
        assertThat(cells).isPositive();
        assertThat(told).contains("%.0f".formatted(cells)).containsSubsequence("Dead", "within 6 months", "fever");
        assertThat(gvhd.terminal(Language.AR)).anyMatch(line -> line.contains("الوفاة بسبب المرض أو غيره"));
    }

    @Test
    void whatIsNoHarmIsNotTold() {
        assertThat(harms().en()).doesNotContain("Neutrophils back", "CD4");
    }
}
