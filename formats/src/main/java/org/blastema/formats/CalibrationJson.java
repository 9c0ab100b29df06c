package org.blastema.formats;

import org.blastema.core.Fields;
import org.blastema.evidence.Calibrated;
import org.blastema.evidence.Recovery;

/** A calibration as one object. */
public final class CalibrationJson {
    private CalibrationJson() {}

    public static JsonObject of(Calibrated calibrated) {
        JsonObject json = new JsonObject()
                .put("calibration", calibrated.calibration().name())
                .put("area", calibrated.calibration().area())
                .put("model", calibrated.calibration().model())
                .put("data", calibrated.data())
                .put("seed", calibrated.calibration().seed())
                .put("rows", calibrated.rows())
                .put("draws", calibrated.mixed().under().size())
                .put("converged", calibrated.converged())
                .put("residual_mean_square", calibrated.meanSquare())
                .put(
                        "parameters",
                        calibrated.parameters().stream()
                                .map(CalibrationJson::parameter)
                                .toList());
        json.put("recovery", recovery(calibrated, calibrated.recovery()));
        json.put("recovery_at_posterior", recovery(calibrated, calibrated.near()));
        json.put(
                "trials",
                calibrated.trials().stream()
                        .map(each -> trial(calibrated, each))
                        .toList());
        json.put(
                "mechanisms",
                calibrated.mechanisms().stream()
                        .map(each -> new JsonObject()
                                .put("name", each.name())
                                .put("weight", each.weight())
                                .put("weight_range", each.weights())
                                .put("log_evidence", each.logEvidence().mean())
                                .put("draws", each.draws())
                                .put("r_hat", each.rHat())
                                .put("effective", each.effective()))
                        .toList());
        return json.put("simulated", true);
    }

    private static JsonObject trial(Calibrated calibrated, Calibrated.TrialFit each) {
        JsonObject json = new JsonObject().put("trial", each.trial());
        if (Double.isFinite(each.k())) {
            json.put("pareto_k", each.k());
        }
        JsonObject weights = new JsonObject();
        for (int m = 0; m < each.weights().size(); m++) {
            weights.put(calibrated.mechanisms().get(m).name(), each.weights().get(m));
        }
        return json.put("weights", weights).put("refitted", each.refit().isPresent());
    }

    private static JsonObject parameter(Calibrated.FreeResult each) {
        JsonObject json = new JsonObject().put("parameter", each.free().parameter());
        each.free().between().ifPresent(level -> json.put("between", Fields.word(level)));
        return json.put("unit", each.free().prior().unit().code())
                .put("prior95", each.prior())
                .put("mean", each.mean())
                .put("posterior95", each.after())
                .put("width", each.width())
                .put("informed", each.informed())
                .put("r_hat", each.rHat())
                .put("effective", each.effective());
    }

    private static JsonObject recovery(Calibrated calibrated, Recovery recovery) {
        JsonObject json = new JsonObject().put("fits", recovery.fits()).put("recovered", recovery.recovered());
        for (int d = 0; d < calibrated.parameters().size(); d++) {
            json.put(
                    calibrated.parameters().get(d).free().column(),
                    new JsonObject()
                            .put("inside50", recovery.covered(d, 0.5))
                            .put("inside95", recovery.covered(d, 0.95))
                            .put("even_p", recovery.evenness(d))
                            .put("correlation", recovery.correlation(d)));
        }
        return json;
    }
}
