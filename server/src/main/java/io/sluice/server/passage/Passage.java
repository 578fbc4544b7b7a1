package io.sluice.server.passage;

import io.sluice.transport.netty.HttpUpstream;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.wire.Dialect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How requests are passed on: those under {@code /v1} to the first endpoint, those under {@code
 * /up/NAME} to the endpoint of that name. Immutable; {@link #to} begins one.
 */
public final class Passage {

  private final Map<String, Way> ways;
  private final List<Dialect> dialects;
  private final KeyUse key;
  private final Recording record;
  private final Detachment detachment;
  private final Forwarding forwarding;
  private final Optional<Duration> keepAlive;

  private Passage(Builder builder) {
    this.ways = new LinkedHashMap<>(builder.ways);
    this.dialects = List.copyOf(builder.dialects);
    this.key = builder.key;
    this.record = builder.record;
    this.detachment = builder.detachment;
    this.forwarding = builder.forwarding;
    this.keepAlive = builder.keepAlive;
  }

  /**
   * Starts a passage to the server of a transport. Closing the transport is the caller's, after the
   * server was closed.
   *
   * @param name what the endpoint is called
   */
  public static Builder to(String name, NettyTransport endpoint) {
    return new Builder().to(name, endpoint);
  }

  /**
   * Starts a passage to the built-in model, or another that costs nothing: as {@link #to} does, and
   * a request without a key gets that of the endpoint.
   */
  public static Builder offline(String name, NettyTransport endpoint) {
    return new Builder().offline(name, endpoint);
  }

  /** The endpoints by name, in their order. */
  Map<String, Way> ways() {
    return ways;
  }

  /** The dialects whose requests are recorded, besides those of the endpoints. */
  List<Dialect> dialects() {
    return dialects;
  }

  KeyUse key() {
    return key;
  }

  Recording record() {
    return record;
  }

  Detachment detachment() {
    return detachment;
  }

  Forwarding forwarding() {
    return forwarding;
  }

  /** After how long a silence of an event stream a comment is sent to the client. */
  Optional<Duration> keepAlive() {
    return keepAlive;
  }

  /**
   * A server that requests are passed on to.
   *
   * @param lends whether a request without a key gets the endpoint's
   */
  record Way(HttpUpstream upstream, Lending lends) {}

  /** Whether a request without a key gets the endpoint's. */
  enum Lending {
    YES,
    NO
  }

  /** What becomes of a recorded answer whose client leaves. */
  enum Detachment {
    /** It goes on if the request asked for that. */
    WHERE_ASKED,
    /** It goes on. */
    ALWAYS
  }

  /** Whether servers are told of the client in {@code Forwarded}. */
  enum Forwarding {
    TOLD,
    UNTOLD
  }

  /** Builds a passage. Mutable; for one thread. */
  public static final class Builder {

    private final Map<String, Way> ways = new LinkedHashMap<>();
    private final List<Dialect> dialects = new ArrayList<>();
    private KeyUse key = KeyUse.FORWARD;
    private Recording record = Recording.BEST;
    private Detachment detachment = Detachment.WHERE_ASKED;
    private Forwarding forwarding = Forwarding.UNTOLD;
    private Optional<Duration> keepAlive = Optional.empty();

    private Builder() {}

    /**
     * Adds an endpoint.
     *
     * @throws IllegalArgumentException if there is one of that name, or the name cannot stand in a
     *     path
     */
    public Builder to(String name, NettyTransport endpoint) {
      return add(name, new Way(endpoint.upstream(), Lending.NO));
    }

    /** Adds the built-in model, as {@link Passage#offline} does. */
    public Builder offline(String name, NettyTransport endpoint) {
      return add(name, new Way(endpoint.upstream(), Lending.YES));
    }

    /**
     * Adds a dialect whose requests are recorded, wherever they go; those of the endpoints are in
     * any case.
     */
    public Builder dialect(Dialect known) {
      dialects.add(Objects.requireNonNull(known, "dialect"));
      return this;
    }

    /** Sets whose key a passed request has; the client's unless it is set. */
    public Builder key(KeyUse use) {
      key = Objects.requireNonNull(use, "key");
      return this;
    }

    /** Sets what a request has to do with its record; nothing unless it is set. */
    public Builder record(Recording rule) {
      record = Objects.requireNonNull(rule, "record");
      return this;
    }

    /** Lets recorded answers go on when their client leaves, not only where the request asks. */
    public Builder detach() {
      detachment = Detachment.ALWAYS;
      return this;
    }

    /** Tells servers of the client, in the header field {@code Forwarded} (RFC 7239). */
    public Builder forwarded() {
      forwarding = Forwarding.TOLD;
      return this;
    }

    /**
     * Sends a comment to the client of an event stream that has been silent for so long, which
     * keeps proxies between from closing the connection; none is sent unless this is called.
     *
     * @throws IllegalArgumentException if the pause is not positive
     */
    public Builder keepAlive(Duration pause) {
      if (pause.isNegative() || pause.isZero()) {
        throw new IllegalArgumentException("keep-alive is " + pause + "; use a second or more");
      }
      keepAlive = Optional.of(pause);
      return this;
    }

    /** The passage; the builder can go on. */
    public Passage build() {
      return new Passage(this);
    }

    private Builder add(String name, Way way) {
      if (!name.matches("[^/?#%\\s]+")) {
        throw new IllegalArgumentException(
            "the endpoint '" + name + "' cannot be named in a path; use letters and digits");
      }
      if (ways.putIfAbsent(name, way) != null) {
        throw new IllegalArgumentException("two endpoints are named '" + name + "'; rename one");
      }
      return this;
    }
  }
}
