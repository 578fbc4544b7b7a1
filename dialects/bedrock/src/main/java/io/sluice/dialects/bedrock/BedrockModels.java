package io.sluice.dialects.bedrock;

import io.sluice.json.JsonObject;
import io.sluice.json.JsonValue;
import io.sluice.wire.Endpoint;
import io.sluice.wire.HttpCall;
import io.sluice.wire.ModelListing;
import io.sluice.wire.models.ListedModel;
import io.sluice.wire.models.ModelPage;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Lists the models that write text, and then the inference profiles, by which many of them must be
 * asked. Both are another service of AWS, whose host lacks the {@code -runtime} of the server's.
 */
final class BedrockModels implements ModelListing {

  private static final String MODELS = "modelSummaries";
  private static final String PROFILES = "inferenceProfileSummaries";
  private static final String PROFILE_PATH = "/inference-profiles?maxResults=1000";

  @Override
  public HttpCall call(Endpoint endpoint, Optional<String> after) {
    String base =
        endpoint.baseUrl().toString().replaceFirst("^(https?://)bedrock-runtime\\b", "$1bedrock");
    URI uri = URI.create(base + after.orElse("/foundation-models?byOutputModality=TEXT"));
    return HttpCall.get(uri, endpoint.keyHeader("Authorization"));
  }

  @Override
  public ModelPage read(String body) {
    JsonObject page = JsonObject.read(body);
    Optional<List<JsonValue>> models = page.elements(MODELS);
    if (models.isPresent()) {
      return new ModelPage(named(models.get(), "modelId"), Optional.of(PROFILE_PATH));
    }
    List<JsonValue> profiles =
        page.elements(PROFILES)
            .orElseThrow(() -> new IllegalArgumentException("no list of models"));
    return new ModelPage(
        named(profiles, "inferenceProfileId"), page.string("nextToken").map(BedrockModels::behind));
  }

  private static String behind(String token) {
    return PROFILE_PATH + "&nextToken=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
  }

  private static List<ListedModel> named(List<JsonValue> summaries, String name) {
    return summaries.stream()
        .flatMap(
            summary ->
                summary
                    .object()
                    .flatMap(fields -> fields.string(name))
                    .map(id -> new ListedModel(id, summary.json()))
                    .stream())
        .toList();
  }
}
