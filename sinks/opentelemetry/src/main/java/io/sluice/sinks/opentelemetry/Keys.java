package io.sluice.sinks.opentelemetry;

import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import java.util.List;

/**
 * The attributes of spans and metrics: those of the conventions for generative AI 1.41, and
 * Sluice's own. <a href="https://opentelemetry.io/docs/specs/semconv/gen-ai/">Conventions</a>.
 */
final class Keys {

  static final AttributeKey<String> OPERATION = stringKey("gen_ai.operation.name");
  static final AttributeKey<String> PROVIDER = stringKey("gen_ai.provider.name");
  static final AttributeKey<String> REQUEST_MODEL = stringKey("gen_ai.request.model");
  static final AttributeKey<Boolean> STREAM = AttributeKey.booleanKey("gen_ai.request.stream");
  static final AttributeKey<Double> TEMPERATURE = doubleKey("gen_ai.request.temperature");
  static final AttributeKey<Double> TOP_P = doubleKey("gen_ai.request.top_p");
  static final AttributeKey<Double> TOP_K = doubleKey("gen_ai.request.top_k");
  static final AttributeKey<Long> MAX_TOKENS = longKey("gen_ai.request.max_tokens");
  static final AttributeKey<Long> SEED = longKey("gen_ai.request.seed");
  static final AttributeKey<List<String>> STOP = stringArrayKey("gen_ai.request.stop_sequences");
  static final AttributeKey<Double> FREQUENCY = doubleKey("gen_ai.request.frequency_penalty");
  static final AttributeKey<Double> PRESENCE = doubleKey("gen_ai.request.presence_penalty");
  static final AttributeKey<Long> CHOICES = longKey("gen_ai.request.choice.count");
  static final AttributeKey<String> OUTPUT_TYPE = stringKey("gen_ai.output.type");

  static final AttributeKey<String> RESPONSE_ID = stringKey("gen_ai.response.id");
  static final AttributeKey<String> RESPONSE_MODEL = stringKey("gen_ai.response.model");
  static final AttributeKey<List<String>> FINISH = stringArrayKey("gen_ai.response.finish_reasons");
  static final AttributeKey<Double> FIRST_CHUNK = doubleKey("gen_ai.response.time_to_first_chunk");
  static final AttributeKey<Double> FIRST_TOKEN = doubleKey("sluice.time_to_first_token");

  static final AttributeKey<Long> INPUT_TOKENS = longKey("gen_ai.usage.input_tokens");
  static final AttributeKey<Long> OUTPUT_TOKENS = longKey("gen_ai.usage.output_tokens");
  static final AttributeKey<Long> REASONING = longKey("gen_ai.usage.reasoning.output_tokens");
  static final AttributeKey<Long> CACHE_READ = longKey("gen_ai.usage.cache_read.input_tokens");

  /** The name in 1.41; 0.1 says {@link #CACHE_WRITE}. */
  static final AttributeKey<Long> CACHE_CREATION =
      longKey("gen_ai.usage.cache_creation.input_tokens");

  static final AttributeKey<Long> CACHE_WRITE = longKey("gen_ai.usage.cache_write.input_tokens");
  static final AttributeKey<String> BASIS = stringKey("sluice.usage.basis");
  static final AttributeKey<String> TOKEN_TYPE = stringKey("gen_ai.token.type");

  static final AttributeKey<String> CONVERSATION = stringKey("gen_ai.conversation.id");
  static final AttributeKey<String> SERVER = stringKey("server.address");
  static final AttributeKey<Long> PORT = longKey("server.port");
  static final AttributeKey<String> ERROR = stringKey("error.type");

  static final AttributeKey<String> RUN = stringKey("sluice.run.id");
  static final AttributeKey<String> STATUS = stringKey("sluice.status");
  static final AttributeKey<Long> ATTEMPTS = longKey("sluice.attempts");
  static final AttributeKey<Long> CHUNKS = longKey("sluice.chunks");
  static final AttributeKey<Long> IRREGULARITIES = longKey("sluice.irregularities");
  static final AttributeKey<String> BATCH_ROW = stringKey("sluice.batch.custom_id");
  static final AttributeKey<Long> ATTEMPT = longKey("attempt");
  static final AttributeKey<Long> DELAY = longKey("delay_ms");

  static final AttributeKey<String> SYSTEM_TEXT = stringKey("gen_ai.system_instructions");
  static final AttributeKey<String> INPUT = stringKey("gen_ai.input.messages");
  static final AttributeKey<String> OUTPUT = stringKey("gen_ai.output.messages");
  static final AttributeKey<String> TOOLS = stringKey("gen_ai.tool.definitions");

  private Keys() {}
}
