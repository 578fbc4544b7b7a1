package io.sluice.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A request as it came, with its body once that is complete. Immutable. */
public final class Request {

  private final String method;
  private final String path;
  private final String query;
  private final List<Map.Entry<String, String>> fields;
  private final String address;
  private final Optional<String> caller;
  private final String body;

  private Request(Builder builder) {
    this.method = builder.method;
    this.path = builder.path;
    this.query = builder.query;
    this.fields = List.copyOf(builder.fields);
    this.address = builder.address;
    this.caller = builder.caller;
    this.body = builder.body;
  }

  /**
   * Starts a request.
   *
   * @param method the method, such as {@code GET}
   * @param target the path, and behind a question mark the query, as the request line has them
   */
  public static Builder builder(String method, String target) {
    return new Builder(method, target);
  }

  /** The method, such as {@code GET}. */
  public String method() {
    return method;
  }

  /** The path as it was sent, without the query; it begins with a slash. */
  public String path() {
    return path;
  }

  /**
   * The values of a parameter of the query, in order; empty if it has none.
   *
   * @throws Refusal if the query is not encoded as a URL has it
   */
  public List<String> parameters(String name) {
    return Query.parse(query).all(name);
  }

  /**
   * The first value of a parameter of the query.
   *
   * @throws Refusal if the query is not encoded as a URL has it
   */
  public Optional<String> parameter(String name) {
    return Query.parse(query).first(name);
  }

  /** The values of a header field, whatever the case of its name, in order. */
  public List<String> headers(String name) {
    return fields.stream()
        .filter(field -> field.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** The first value of a header field. */
  public Optional<String> header(String name) {
    return headers(name).stream().findFirst();
  }

  /** The address of the client's end of the connection, without its port. */
  public String address() {
    return address;
  }

  /** The name of the token that came with the request; empty if the route needs none. */
  public Optional<String> caller() {
    return caller;
  }

  /** The body as text; empty if there is none. */
  public String body() {
    return body;
  }

  /** This request, of a caller. */
  public Request by(String name) {
    Builder known = new Builder(this);
    known.caller = Optional.of(name);
    return known.build();
  }

  /** This request, with its body. */
  public Request with(byte[] bytes) {
    Builder complete = new Builder(this);
    complete.body = new String(bytes, UTF_8);
    return complete.build();
  }

  /** What a log may show: neither the query nor any header field. */
  @Override
  public String toString() {
    return method + " " + path;
  }

  /** Builds a request. Mutable; for one thread. */
  public static final class Builder {
    private final String method;
    private final String path;
    private final String query;
    private final List<Map.Entry<String, String>> fields = new ArrayList<>();
    private String address = "";
    private Optional<String> caller = Optional.empty();
    private String body = "";

    private Builder(String method, String target) {
      int mark = target.indexOf('?');
      this.method = Objects.requireNonNull(method, "method");
      this.path = mark < 0 ? target : target.substring(0, mark);
      this.query = mark < 0 ? "" : target.substring(mark + 1);
    }

    private Builder(Request begun) {
      this.method = begun.method;
      this.path = begun.path;
      this.query = begun.query;
      this.fields.addAll(begun.fields);
      this.address = begun.address;
      this.caller = begun.caller;
      this.body = begun.body;
    }

    /** Adds a header field; one name may occur several times. */
    public Builder header(String name, String value) {
      fields.add(Map.entry(name, value));
      return this;
    }

    /** Sets the address of the client. */
    public Builder address(String client) {
      address = Objects.requireNonNull(client, "address");
      return this;
    }

    /** The request. */
    public Request build() {
      return new Request(this);
    }
  }
}
