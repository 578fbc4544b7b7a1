package io.sluice.simulator.model;

import io.sluice.simulator.json.JsonStrings;
import io.sluice.simulator.json.JsonText;
import io.sluice.simulator.schema.Candidate;
import io.sluice.simulator.schema.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes a value as the tokens of its JSON. What the schema forces is certain; where a value was
 * chosen, each token has the chance that the candidates gave it after the tokens before. Mutable,
 * one value.
 */
final class JsonTokens {
  private final Sampling sampling;
  private final Sampler sampler;
  private final List<ScoredToken> tokens = new ArrayList<>();

  private JsonTokens(Sampling sampling, Sampler sampler) {
    this.sampling = sampling;
    this.sampler = sampler;
  }

  static List<ScoredToken> of(Sample sample, Sampling sampling, Sampler sampler) {
    var json = new JsonTokens(sampling, sampler);
    json.write(sample);
    return json.tokens;
  }

  private void write(Sample sample) {
    if (sample instanceof Sample.ObjectSample object) {
      String before = "{";
      for (Map.Entry<String, Sample> field : object.fields().entrySet()) {
        certain(before + JsonStrings.quoted(field.getKey()) + ":");
        write(field.getValue());
        before = ",";
      }
      certain(object.fields().isEmpty() ? "{}" : "}");
    } else if (sample instanceof Sample.ArraySample array) {
      String before = "[";
      for (Sample item : array.items()) {
        certain(before);
        write(item);
        before = ",";
      }
      certain(array.items().isEmpty() ? "[]" : "]");
    } else if (sample instanceof Sample.ValueSample pick) {
      chosen(pick);
    }
  }

  private void certain(String text) {
    WordTokenizer.tokens(text).forEach(token -> tokens.add(ScoredToken.certain(token, sampling)));
  }

  private void chosen(Sample.ValueSample pick) {
    String text = JsonText.of(pick.value());
    if (sampling.alternatives().isEmpty() || pick.candidates().size() == 1) {
      certain(text);
      return;
    }
    List<List<String>> spellings =
        pick.candidates().stream()
            .map(candidate -> WordTokenizer.tokens(JsonText.of(candidate.value())))
            .toList();
    double[] weights = pick.candidates().stream().mapToDouble(Candidate::weight).toArray();
    var spelling = new SpellingChances(spellings, sampler.probabilities(weights));
    tokens.addAll(spelling.of(pick.chosen(), sampling.alternatives().getAsInt()));
  }
}
