package io.sluice.stream;

import io.sluice.limit.RateLimits;
import io.sluice.text.HeaderField;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The status and the header fields of a response: request ids and what is left of rate limits are
 * found here. Immutable; two are equal if their status and fields are.
 *
 * <p>Fields that hold secrets, such as {@code Set-Cookie}, and those with URLs, whose queries may
 * hold some, are left out; transports mask the API key in the others. A head keeps at most {@value
 * #MOST_CHARACTERS} characters of fields, so that it can be kept with every answer.
 */
public final class ResponseHead {

  /** The most characters of a field's value; a longer value is cut and ends in an ellipsis. */
  public static final int LONGEST_VALUE = 1_000;

  /** The most characters of all names and values; a field that would exceed them is left out. */
  public static final int MOST_CHARACTERS = 16_000;

  /** Fields that hold URLs. */
  private static final Set<String> OF_URLS =
      Set.of(
          "location",
          "content-location",
          "refresh",
          "link",
          "report-to",
          "reporting-endpoints",
          "x-amz-website-redirect-location");

  /** The head of a source that has no response, such as the record of a run. */
  public static final ResponseHead NONE = builder(0).build();

  private final int status;
  private final Map<String, String> fields;
  private final Optional<String> requestId;
  private final Optional<RateLimits> limits;

  private ResponseHead(Builder builder) {
    this.status = builder.status;
    this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(builder.fields));
    this.requestId = builder.requestId;
    this.limits = builder.limits;
  }

  /** Starts the head of a response of that HTTP status, without fields. */
  public static Builder builder(int status) {
    return new Builder(status);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /**
   * The header fields by their names in lower case, in the order in which they came. A field that
   * came more than once has its values joined by a comma and a space. Unmodifiable.
   */
  public Map<String, String> fields() {
    return fields;
  }

  /** The value of a header field, whose name may be written in any case. */
  public Optional<String> field(String name) {
    return Optional.ofNullable(fields.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The server's name for the call, for its support; from the field that the dialect has it in. */
  public Optional<String> requestId() {
    return requestId;
  }

  /** The rate limits that the server stated; from the fields that the dialect has them in. */
  public Optional<RateLimits> limits() {
    return limits;
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof ResponseHead head && values().equals(head.values());
  }

  @Override
  public int hashCode() {
    return values().hashCode();
  }

  @Override
  public String toString() {
    return "HTTP " + status + " " + fields;
  }

  private List<Object> values() {
    return List.of(status, fields, requestId, limits);
  }

  /** Builds a response head. Mutable; for one thread. */
  public static final class Builder {
    private final int status;
    private final Map<String, String> fields = new LinkedHashMap<>();
    private Optional<String> requestId = Optional.empty();
    private Optional<RateLimits> limits = Optional.empty();
    private int left = MOST_CHARACTERS;

    private Builder(int status) {
      this.status = status;
    }

    /**
     * Adds a header field, unless its name says that it holds a secret or a URL, or the head has no
     * room for it.
     */
    public Builder field(String name, String value) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (HeaderField.isSecret(lower) || OF_URLS.contains(lower)) {
        return this;
      }
      String before = fields.get(lower);
      String whole = cut(before == null ? value : before + ", " + value);
      int more =
          before == null ? lower.length() + whole.length() : whole.length() - before.length();
      if (more <= left) {
        left -= more;
        fields.put(lower, whole);
      }
      return this;
    }

    /** Sets the server's name for the call. */
    public Builder requestId(String id) {
      requestId = Optional.of(cut(id));
      return this;
    }

    /** Sets the rate limits that the server stated. */
    public Builder limits(RateLimits stated) {
      limits = Optional.of(stated);
      return this;
    }

    /** Returns the head; the builder can be used further. */
    public ResponseHead build() {
      return new ResponseHead(this);
    }

    private static String cut(String value) {
      return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE - 1) + "…";
    }
  }
}
