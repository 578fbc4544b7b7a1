package io.sluice.transport.netty.call;

import io.sluice.json.Utf8;
import io.sluice.wire.Endpoint;
import io.sluice.wire.HttpCall;
import io.sluice.wire.ModelListing;
import io.sluice.wire.models.ListedModel;
import io.sluice.wire.models.ModelPage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The models of a server, page by page.
 *
 * @param listing how the dialect asks for a page
 * @param endpoint the server
 * @param documents fetches a page
 */
public record ModelList(ModelListing listing, Endpoint endpoint, DocumentCall documents) {

  /** After so many pages the list ends, whatever the server says. */
  public static final int MOST_PAGES = 100;

  /** Fetches all pages; a server that names a page twice has no further ones. */
  public List<ListedModel> fetch() {
    List<ListedModel> models = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Optional<String> after = Optional.empty();
    for (int page = 0; page < MOST_PAGES; page++) {
      ModelPage read = page(after);
      models.addAll(read.models());
      after = read.next().filter(seen::add);
      if (after.isEmpty()) {
        break;
      }
    }
    return List.copyOf(models);
  }

  private HttpCall call(Optional<String> after) {
    return endpoint.signed(endpoint.extend(listing.call(endpoint, after)));
  }

  private ModelPage page(Optional<String> after) {
    String body = Utf8.decode(documents.fetch(() -> call(after)).body());
    try {
      return listing.read(body);
    } catch (IllegalArgumentException noList) {
      throw documents.failed(listing.failure(body));
    }
  }
}
