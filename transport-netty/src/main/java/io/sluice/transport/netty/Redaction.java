package io.sluice.transport.netty;

import io.sluice.stream.Failure;
import io.sluice.wire.ApiKey;
import io.sluice.wire.Endpoint;
import java.util.Optional;

/** Takes the key out of what a server says: some echo it in their refusals. */
final class Redaction {

  private static final String MASK = "***";

  private final Optional<String> secret;

  Redaction(Endpoint endpoint) {
    this.secret = endpoint.key().map(ApiKey::reveal);
  }

  Failure of(Failure failure) {
    if (failure instanceof Failure.Http http) {
      return of(http);
    }
    if (failure instanceof Failure.Provider said) {
      return new Failure.Provider(
          said.code().map(this::of), said.type().map(this::of), of(said.message()));
    }
    if (failure instanceof Failure.Protocol broken) {
      return new Failure.Protocol(of(broken.message()), of(broken.excerpt()));
    }
    return failure;
  }

  Failure.Http of(Failure.Http http) {
    return new Failure.Http(
        http.status(),
        http.code().map(this::of),
        http.type().map(this::of),
        of(http.message()),
        http.retryAfter(),
        http.requestId().map(this::of));
  }

  private String of(String text) {
    return secret.map(key -> text.replace(key, MASK)).orElse(text);
  }
}
