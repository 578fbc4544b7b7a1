package io.sluice.stream;

import io.sluice.text.HeaderField;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The status and the header fields of a response: request ids and what is left of rate limits are
 * found here. Immutable; two are equal if their status and fields are.
 *
 * <p>Fields that hold secrets, such as {@code Set-Cookie}, are left out, and transports mask the
 * API key in the others.
 */
public final class ResponseHead {

  /** The head of a source that has no response, such as the record of a run. */
  public static final ResponseHead NONE = builder(0).build();

  private final int status;
  private final Map<String, String> fields;

  private ResponseHead(Builder builder) {
    this.status = builder.status;
    this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(builder.fields));
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

  @Override
  public boolean equals(Object object) {
    return object instanceof ResponseHead head
        && status == head.status
        && fields.equals(head.fields);
  }

  @Override
  public int hashCode() {
    return 31 * status + fields.hashCode();
  }

  @Override
  public String toString() {
    return "HTTP " + status + " " + fields;
  }

  /** Builds a response head. Mutable; for one thread. */
  public static final class Builder {
    private final int status;
    private final Map<String, String> fields = new LinkedHashMap<>();

    private Builder(int status) {
      this.status = status;
    }

    /** Adds a header field, unless its name says that it holds a secret. */
    public Builder field(String name, String value) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (!HeaderField.isSecret(lower)) {
        fields.merge(lower, value, (before, more) -> before + ", " + more);
      }
      return this;
    }

    /** Returns the head; the builder can be used further. */
    public ResponseHead build() {
      return new ResponseHead(this);
    }
  }
}
