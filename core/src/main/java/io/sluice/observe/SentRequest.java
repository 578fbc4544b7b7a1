package io.sluice.observe;

import io.sluice.text.HeaderField;
import io.sluice.wire.HttpCall;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A request as it is sent, without its secrets: for audits. The transport adds Host, framing and
 * connection fields. It holds the whole body, so an observer should keep what it needs instead.
 */
public final class SentRequest {

  private static final String MASK = "***";

  private final int attempt;
  private final HttpCall call;
  private final UnaryOperator<String> mask;

  private SentRequest(int attempt, HttpCall call, UnaryOperator<String> mask) {
    this.attempt = attempt;
    this.call = Objects.requireNonNull(call, "call");
    this.mask = Objects.requireNonNull(mask, "mask");
  }

  /**
   * A request that is sent.
   *
   * @param attempt the number of the attempt, from 1
   * @param mask masks the endpoint's secrets in a text
   */
  public static SentRequest of(int attempt, HttpCall call, UnaryOperator<String> mask) {
    return new SentRequest(attempt, call, mask);
  }

  /** The number of the attempt, from 1. One that is sent again without a retry keeps its number. */
  public int attempt() {
    return attempt;
  }

  /** The HTTP method. */
  public String method() {
    return call.method();
  }

  /** The URL, its secrets masked. */
  public String url() {
    return mask.apply(call.uri().toString());
  }

  /** The header fields in order; those whose name says that they are secret are masked. */
  public Map<String, String> fields() {
    var fields = new LinkedHashMap<String, String>();
    call.headers()
        .forEach(
            (name, value) ->
                fields.put(name, HeaderField.isSecret(name) ? MASK : mask.apply(value)));
    return Collections.unmodifiableMap(fields);
  }

  /** The body, which holds the user's text; the endpoint's secrets are masked in it. */
  public String body() {
    return mask.apply(StandardCharsets.UTF_8.decode(call.body().duplicate()).toString());
  }

  /** Contains only the method and the URL. */
  @Override
  public String toString() {
    return method() + " " + url();
  }
}
