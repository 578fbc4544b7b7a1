package io.sluice.simulator;

import io.sluice.simulator.chat.OfflineAnswers;
import io.sluice.simulator.json.JsonFields;
import io.sluice.simulator.json.ParsedJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The lists of models, each in the form of the API whose path it has. */
final class ModelDocuments {
  private static final String MODEL = OfflineAnswers.MODEL;
  private static final Instant CREATED = Instant.ofEpochSecond(1_735_689_600);

  private ModelDocuments() {}

  /** The JSON at that path; empty if it is no path of models. */
  static Optional<String> at(String path, Received request) {
    boolean anthropic = request.header("anthropic-version").isPresent();
    Object document =
        switch (path) {
          case "/v1/models" -> anthropic ? anthropicList() : openAiList();
          case "/v1/models/" + MODEL -> anthropic ? anthropicModel() : openAiModel();
          case "/v1beta/models" -> JsonFields.of("models", List.of(geminiModel()));
          case "/v1beta/models/" + MODEL -> geminiModel();
          case "/api/tags" -> JsonFields.of("models", List.of(ollamaModel()));
          case "/api/version" -> JsonFields.of("version", "0.0.0");
          default -> "";
        };
    return Optional.of(document.toString()).filter(json -> !json.isEmpty());
  }

  private static JsonFields openAiList() {
    return JsonFields.of("object", "list").with("data", List.of(openAiModel()));
  }

  private static JsonFields openAiModel() {
    return JsonFields.of("id", MODEL)
        .with("object", "model")
        .with("created", CREATED.getEpochSecond())
        .with("owned_by", "sluice");
  }

  private static JsonFields anthropicList() {
    return JsonFields.of("data", List.of(anthropicModel()))
        .with("has_more", false)
        .with("first_id", MODEL)
        .with("last_id", MODEL);
  }

  private static JsonFields anthropicModel() {
    return JsonFields.of("type", "model")
        .with("id", MODEL)
        .with("display_name", "Sluice Offline")
        .with("created_at", CREATED.toString());
  }

  private static JsonFields geminiModel() {
    return JsonFields.of("name", "models/" + MODEL)
        .with("displayName", "Sluice Offline")
        .with("supportedGenerationMethods", List.of("generateContent", "streamGenerateContent"));
  }

  private static JsonFields ollamaModel() {
    return JsonFields.of("name", MODEL)
        .with("model", MODEL)
        .with("modified_at", CREATED.toString())
        .with("size", 0)
        .with("digest", "0".repeat(64))
        .with("details", JsonFields.of("family", "sluice").with("families", ParsedJson.NULL));
  }
}
