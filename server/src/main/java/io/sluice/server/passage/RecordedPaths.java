package io.sluice.server.passage;

import io.sluice.chat.ChatRequest;
import io.sluice.stream.StreamOptions;
import io.sluice.wire.Dialect;
import io.sluice.wire.Endpoint;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The paths of an endpoint to which dialects send their requests: what is posted there, and the
 * answers, can be recorded. Immutable.
 */
final class RecordedPaths {

  /** Some dialects name the model in the path. */
  private static final String MODEL = "sluice-any-model";

  private final Map<Pattern, Dialect> paths = new LinkedHashMap<>();

  /** The paths of these dialects below a base URL; where two have the same, the first counts. */
  RecordedPaths(URI baseUrl, List<Dialect> dialects) {
    Endpoint endpoint = Endpoint.of(baseUrl.toString());
    for (Dialect dialect : dialects) {
      add(endpoint, dialect, StreamOptions.defaults());
      add(endpoint, dialect, StreamOptions.defaults().whole());
    }
  }

  /**
   * The dialect of a request.
   *
   * @param path the path below the base URL, with a slash at its beginning
   */
  Optional<Dialect> dialect(String path) {
    return paths.entrySet().stream()
        .filter(known -> known.getKey().matcher(path).matches())
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private void add(Endpoint endpoint, Dialect dialect, StreamOptions options) {
    try {
      URI asked = dialect.call(endpoint, ChatRequest.of(MODEL, "Hello."), options).uri();
      String base = Optional.ofNullable(endpoint.baseUrl().getRawPath()).orElse("");
      String path = Optional.ofNullable(asked.getRawPath()).orElse("");
      if (path.startsWith(base)) {
        String below = Pattern.quote(path.substring(base.length()));
        paths.put(Pattern.compile(below.replace(MODEL, "\\E.+\\Q")), dialect);
      }
    } catch (IllegalArgumentException | IllegalStateException elsewhere) {
      // A dialect that cannot ask at such a URL has no path there.
    }
  }
}
