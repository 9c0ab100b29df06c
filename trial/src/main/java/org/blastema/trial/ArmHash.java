package org.blastema.trial;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.blastema.core.Yaml;
import org.blastema.core.YamlWriter;
import org.blastema.model.Library;

/**
 * What decides the numbers of one arm's patients in any trial, as a hash: the resolved study without its other arms, without the
 * parameters that cannot change a bit of this one, and without how many trials there are. Only an arm of paired groups that nobody leaves
 * and whom no design tells from a control stands alone so; any other needs the whole study.
 */
final class ArmHash {
    private ArmHash() {}

    /**
     * @param resolved the study's tree with its defaults written out
     * @param index place of the arm
     * @param idle names of the study's parameters that cannot change any bit of the arm
     */
    static String of(Yaml.Mapping resolved, Study study, int index, Set<String> idle) {
        Study.Arm arm = study.arms().get(index);
        Yaml.Mapping decides = standsAlone(study, arm) ? alone(resolved, index, idle) : resolved;
        String text = arm.name() + '\n' + YamlWriter.write(decides);
        return Library.sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean standsAlone(Study study, Study.Arm arm) {
        boolean asked = study.dropOut().isPresent() || arm.dropOut().isPresent();
        boolean leaves = asked && study.on(EngineSwitch.DROP_OUT.word());
        return study.paired() && !leaves && study.design(arm).isEmpty();
    }

    private static Yaml.Mapping alone(Yaml.Mapping resolved, int index, Set<String> idle) {
        Yaml.Sequence arms = resolved.sequence("arms");
        Yaml.Mapping parameters = resolved.mapping("parameters").without(idle.toArray(String[]::new));
        return resolved.without("trials", "reference", "contrasts", "parameters")
                .with("arms", new Yaml.Sequence(List.of(arms.items().get(index)), arms.position()))
                .with("parameters", parameters);
    }
}
