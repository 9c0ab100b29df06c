package org.blastema.trial;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.blastema.core.Decimal;
import org.blastema.core.Fields;
import org.blastema.core.Parameter;
import org.blastema.core.Problems;
import org.blastema.core.Strictness;
import org.blastema.core.Text;
import org.blastema.core.Yaml;
import org.blastema.model.Model;

/** Binds a population file. */
final class PopulationReader {
    private final References references;
    private final Problems problems;
    private final Strictness strictness;

    PopulationReader(References references, Problems problems, Strictness strictness) {
        this.references = references;
        this.problems = problems;
        this.strictness = strictness;
    }

    Population read(Yaml.Mapping file) {
        Fields fields = new Fields(file, problems, "the population");
        String name = fields.requiredText("population");
        Text title = fields.bilingual("title").orElse(new Text(name, name));
        String model = fields.requiredText("model");
        List<String> sources = fields.texts("sources");
        references.sources(fields.at("sources"), sources);
        List<Parameter> covariates = covariates(fields);
        List<Population.Correlation> correlations = correlations(fields, covariates);
        fields.done();
        references.model(fields.at("model"), model).ifPresent(known -> units(known, covariates));
        return new Population(name, title, model, sources, covariates, correlations);
    }

    /** The population with the covariates of a study in the place of its own of the same name. */
    Population replace(Population population, Fields study) {
        List<Parameter> own = covariates(study);
        List<String> names =
                population.covariates().stream().map(Parameter::name).toList();
        for (Parameter each : own) {
            if (!names.contains(each.name())) {
                problems.unknown(each.position(), "covariate of the population", each.name(), names);
            }
        }
        List<Parameter> all = population.covariates().stream()
                .map(before -> own.stream()
                        .filter(each -> each.name().equals(before.name()))
                        .findFirst()
                        .orElse(before))
                .toList();
        return new Population(
                population.name(),
                population.title(),
                population.model(),
                population.sources(),
                all,
                population.correlations());
    }

    private List<Parameter> covariates(Fields fields) {
        List<Parameter> covariates = new ArrayList<>();
        for (Map.Entry<String, Fields> entry :
                fields.named("covariates", "covariate").entrySet()) {
            Parameter covariate = Parameter.read(entry.getKey(), entry.getValue(), strictness);
            references.sources(entry.getValue().at("source"), covariate.sources());
            covariates.add(covariate);
        }
        return covariates;
    }

    private void units(Model model, List<Parameter> covariates) {
        for (Parameter given : covariates) {
            for (Model.Covariate covariate : model.covariates()) {
                if (covariate.name().equals(given.name())) {
                    references.sameUnit(given.position(), "covariate " + given.name(), given.unit(), covariate.unit());
                }
            }
        }
    }

    private List<Population.Correlation> correlations(Fields fields, List<Parameter> covariates) {
        List<String> names = covariates.stream().map(Parameter::name).toList();
        Set<Set<String>> seen = new HashSet<>();
        List<Population.Correlation> pairs = new ArrayList<>();
        fields.fields("correlations", "correlations").ifPresent(groups -> {
            for (Yaml.Entry group : groups.mapping().entries()) {
                for (Fields pair : groups.list(group.key().text(), "correlation")) {
                    pair(pair, names, seen, pairs);
                }
            }
        });
        return pairs;
    }

    private void pair(Fields pair, List<String> names, Set<Set<String>> seen, List<Population.Correlation> pairs) {
        List<String> between = pair.texts("between");
        double value = pair.requiredNumber("value");
        pair.done();
        if (between.size() != 2 || between.get(0).equals(between.get(1))) {
            problems.error(pair.at("between"), "between " + between, "a correlation stands between two covariates");
            return;
        }
        for (String name : between) {
            if (!names.contains(name)) {
                problems.unknown(pair.at("between"), "covariate", name, names);
                return;
            }
        }
        if (!(Math.abs(value) < 1)) {
            problems.error(
                    pair.at("value"),
                    "a correlation of " + Decimal.plain(value),
                    "it must lie between -1 and 1, exclusive");
        } else if (!seen.add(Set.copyOf(between))) {
            problems.error(pair.at("between"), between + " a second time", "a pair of covariates stands once");
        } else {
            pairs.add(new Population.Correlation(between.get(0), between.get(1), value));
        }
    }
}
