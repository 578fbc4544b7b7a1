package io.sluice.simulator.chat;

import io.sluice.simulator.schema.JsonSchema;

/**
 * The JSON that an answer must be.
 *
 * @param subject what an error calls the schema
 */
record JsonFormat(String subject, JsonSchema schema) {}
