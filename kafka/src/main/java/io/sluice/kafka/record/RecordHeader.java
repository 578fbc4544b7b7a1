package io.sluice.kafka.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** The header fields of records. A minor version may add fields. */
public enum RecordHeader {
  /** The version of this contract, which is {@link #CONTRACT}. */
  VERSION,
  /** The id of the run. */
  RUN,
  /** What the record holds, a {@link RecordType}. */
  TYPE,
  /** The number of the record's first line in its run, from 0. */
  SEQ,
  /** How many lines the record holds. */
  LINES,
  /** The model that is asked. */
  MODEL,
  /** The dialect of the payloads. */
  DIALECT,
  /** How the run ended, on the end and on the result. */
  STATUS,
  /** The number of the attempt at a request, from 1, as its reader counts. */
  ATTEMPT,
  /** How many bytes a value has that was too large and was left out. */
  OVERSIZE,
  /** The trace that the run belongs to, as W3C has it; its name has no prefix. */
  TRACEPARENT("traceparent"),
  /** The kind of the value; its name has no prefix. */
  CONTENT_TYPE("content-type");

  /** The version that this Sluice writes and reads. */
  public static final String CONTRACT = "1";

  /** The beginning of the names of fields that hold the attributes of a run. */
  public static final String LABEL = "sluice-label-";

  private final String key;

  RecordHeader() {
    key = "sluice-" + name().toLowerCase(Locale.ROOT);
  }

  RecordHeader(String key) {
    this.key = key;
  }

  /** The name of the field in a record. */
  public String key() {
    return key;
  }

  /** Adds the field to those of a record. */
  public void add(Headers headers, String value) {
    headers.add(key, value.getBytes(UTF_8));
  }

  /** The last value of the field; empty if the record has none. */
  public Optional<String> of(Headers headers) {
    Header last = headers.lastHeader(key);
    return last == null || last.value() == null
        ? Optional.empty()
        : Optional.of(new String(last.value(), UTF_8));
  }
}
