package io.sluice.simulator.openai;

import io.sluice.simulator.request.InvalidRequest;
import io.sluice.simulator.request.RequestFields;
import java.util.List;
import java.util.Map;

/**
 * Refuses the fields of OpenAI's API that would change the answer and that the model cannot honor.
 * Fields that no API knows are ignored.
 */
final class UnsupportedFields {

  private static final Map<String, String> REMEDIES =
      Map.of(
          "audio", "",
          "web_search_options", "",
          "functions", "Use 'tools' instead.",
          "function_call", "Use 'tool_choice' instead.");

  private UnsupportedFields() {}

  static void refuse(RequestFields request) {
    for (String name : request.values().keySet()) {
      if (REMEDIES.containsKey(name) && request.value(name).isPresent()) {
        throw InvalidRequest.unsupported(name, REMEDIES.getOrDefault(name, ""));
      }
    }
    for (Object modality : request.array("modalities", "an array of strings").orElse(List.of())) {
      if (!modality.equals("text")) {
        throw InvalidRequest.unsupportedValue(
            "modalities", modality.toString(), "Only 'text' is supported.");
      }
    }
    // The numbers are those of another model's tokens.
    if (request.object("logit_bias").filter(bias -> !bias.values().isEmpty()).isPresent()) {
      throw InvalidRequest.unsupported("logit_bias", "");
    }
  }
}
