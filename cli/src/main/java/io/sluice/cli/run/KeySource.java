package io.sluice.cli.run;

import io.sluice.wire.ApiKey;
import java.util.function.Supplier;

/**
 * Where a key comes from; it is fetched only when it is needed.
 *
 * @param state what a person is told of it, such as {@code set}
 * @param from the variable or the file and line that say so
 * @param secret fetches it; throws a UsageException in one line
 */
public record KeySource(String state, String from, Supplier<String> secret) {
  /** The key; throws an IllegalArgumentException in one line if it cannot be one. */
  ApiKey fetch() {
    return ApiKey.of(secret.get());
  }
}
