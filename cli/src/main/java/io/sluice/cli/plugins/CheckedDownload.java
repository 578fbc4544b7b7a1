package io.sluice.cli.plugins;

import io.sluice.cli.settings.UsageException;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches a file of a repository and compares it with the checksum beside it. Bounded in size and
 * time; redirects are not followed.
 *
 * @param base the repository, which ends in a slash
 * @param largest the most bytes of a file
 * @param proxy the proxy to use, if there is one
 */
record CheckedDownload(URI base, int largest, Optional<ProxySelector> proxy) {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final int MOST_SECONDS = 120;
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int LONGEST_CHECKSUM = 1024;

  /** The kinds of checksums, the strongest first, by the ending of their file. */
  private static final List<Checksum> CHECKSUMS =
      List.of(
          new Checksum("sha512", "SHA-512"),
          new Checksum("sha256", "SHA-256"),
          new Checksum("sha1", "SHA-1"));

  /**
   * The file at that path.
   *
   * @param name what messages call it
   * @throws UsageException in one line, if there is none, or it is too large or not whole
   */
  byte[] fetch(String path, String name) {
    HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(CONNECT);
    proxy.ifPresent(builder::proxy);
    HttpClient client = builder.build();
    byte[] file = get(client, path, largest).orElseThrow(() -> missing(name));
    for (Checksum checksum : CHECKSUMS) {
      Optional<byte[]> expected = get(client, path + "." + checksum.ending(), LONGEST_CHECKSUM);
      if (expected.isPresent()) {
        if (!checksum.of(file).equalsIgnoreCase(firstWord(expected.get()))) {
          throw new UsageException(
              name + " does not match its " + checksum.algorithm() + " checksum; try again later");
        }
        return file;
      }
    }
    throw new UsageException(
        name + " has no checksum at " + base.getHost() + "; add its jar by name");
  }

  /** The file at that path, if there is one. */
  private Optional<byte[]> get(HttpClient client, String path, int most) {
    URI uri = base.resolve(path);
    try {
      HttpResponse<Optional<byte[]>> response =
          client
              .sendAsync(HttpRequest.newBuilder(uri).timeout(CONNECT).build(), upTo(most))
              .get(MOST_SECONDS, TimeUnit.SECONDS);
      if (response.statusCode() == NOT_FOUND) {
        return Optional.empty();
      }
      if (response.statusCode() != OK) {
        throw new UsageException(uri + " answered with HTTP " + response.statusCode());
      }
      return Optional.of(
          response
              .body()
              .orElseThrow(
                  () ->
                      new UsageException(
                          uri + " is larger than " + most + " bytes; add its jar by name")));
    } catch (ExecutionException failed) {
      throw unreachable(failed.getCause() instanceof IOException ? failed.getCause() : failed);
    } catch (TimeoutException late) {
      throw unreachable(late);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw unreachable(interrupted);
    }
  }

  /** The body if it says how long it is, and that is within the bound; else it is thrown away. */
  private static HttpResponse.BodyHandler<Optional<byte[]>> upTo(int most) {
    return head -> {
      long length = head.headers().firstValueAsLong("content-length").orElse(Long.MAX_VALUE);
      return length <= most
          ? HttpResponse.BodySubscribers.mapping(
              HttpResponse.BodySubscribers.ofByteArray(), Optional::of)
          : HttpResponse.BodySubscribers.replacing(Optional.empty());
    };
  }

  private UsageException missing(String name) {
    return new UsageException(
        name + " is neither in ~/.m2/repository nor at " + base.getHost() + "; check its version");
  }

  private UsageException unreachable(Throwable cause) {
    String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return new UsageException(
        base.getHost() + " cannot be reached (" + why + "); add the jar by name", cause);
  }

  private static String firstWord(byte[] text) {
    return new String(text, StandardCharsets.US_ASCII).strip().split("\\s", 2)[0];
  }

  /** A kind of checksum: the ending of its file, and the name that Java has for it. */
  private record Checksum(String ending, String algorithm) {
    String of(byte[] file) {
      try {
        return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(file));
      } catch (NoSuchAlgorithmException unlikely) {
        throw new IllegalStateException(unlikely);
      }
    }
  }
}
