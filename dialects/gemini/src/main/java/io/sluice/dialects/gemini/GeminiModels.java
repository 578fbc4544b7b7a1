package io.sluice.dialects.gemini;

import io.sluice.json.JsonObject;
import io.sluice.wire.Endpoint;
import io.sluice.wire.HttpCall;
import io.sluice.wire.ModelListing;
import io.sluice.wire.models.ListedModel;
import io.sluice.wire.models.ModelPage;
import java.util.List;
import java.util.Optional;

/** Lists models, whose names a request gives without {@code models/} before them. */
final class GeminiModels implements ModelListing {

  private static final String COLLECTION = "models/";

  @Override
  public HttpCall call(Endpoint endpoint, Optional<String> after) {
    return GeminiDialect.modelsCall(endpoint, after);
  }

  @Override
  public ModelPage read(String body) {
    ModelPage page = ModelPage.read(body);
    List<ListedModel> models =
        page.models().stream()
            .map(model -> new ListedModel(bare(model.name()), model.json()))
            .toList();
    Optional<String> next =
        body.stripLeading().startsWith("{")
            ? JsonObject.read(body).string("nextPageToken").filter(token -> !token.isEmpty())
            : Optional.empty();
    return new ModelPage(models, next);
  }

  private static String bare(String name) {
    return name.startsWith(COLLECTION) ? name.substring(COLLECTION.length()) : name;
  }
}
