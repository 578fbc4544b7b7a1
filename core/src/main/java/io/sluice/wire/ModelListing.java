package io.sluice.wire;

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
}
