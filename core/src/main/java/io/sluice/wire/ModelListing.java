package io.sluice.wire;

import io.sluice.json.ErrorJson;
import io.sluice.stream.Failure;
import io.sluice.stream.OneLine;
import io.sluice.wire.models.ModelPage;
import io.sluice.wire.refusal.WebPage;
import java.util.Optional;

/** How a dialect asks a server for its models. Stateless and thread-safe. */
public interface ModelListing {

  /**
   * The HTTP call that asks for one page of the list.
   *
   * @param after the {@link ModelPage#next} of the page before; empty for the first page
   */
  HttpCall call(Endpoint endpoint, Optional<String> after);

  /**
   * Reads the body of one page. By default the shapes of {@link ModelPage#read}.
   *
   * @throws IllegalArgumentException if it is no list of models
   */
  default ModelPage read(String body) {
    return ModelPage.read(body);
  }

  /** Why a body is no list of models: the error that it reports, or what it is instead. */
  default Failure failure(String body) {
    return ErrorJson.read(body)
        .map(Failure.class::cast)
        .orElseGet(() -> new Failure.Protocol(instead(body), OneLine.of(body)));
  }

  private static String instead(String body) {
    String line = OneLine.of(body);
    String start = line.isEmpty() ? "nothing" : Payloads.start(line);
    return "the server answered with no list of models, but with "
        + (WebPage.isOne(body) ? WebPage.name(body) : start)
        + "; check the base URL";
  }
}
