// What a caller of the generated module relies on. Compiling is the test.

import { ERRORS, isErrorBody, isErrorCode, request, type ApiError, type ErrorCode } from "./modules/aitbc.ts";
import type { ApiError as EveryKind, ErrorBodies } from "./modules/nested.ts";

/** The details of a code are typed where the code is known. */
export function describe(error: ApiError): string {
  if (!error.known) {
    const code: string | undefined = error.code;
    return `${code ?? "no code"}: ${error.status} ${error.message}`;
  }
  switch (error.code) {
    case "VALIDATION_OUT_OF_RANGE": {
      const { field, min, max }: { field: string; min: number; max: number } = error.details;
      return `${field} is not between ${min} and ${max}`;
    }
    case "RATE_LIMIT_EXCEEDED":
      return `wait ${error.retryAfter ?? 60} s`;
    case "JOB_NOT_FOUND":
      // @ts-expect-error This code has no such detail.
      return error.details.field;
    default:
      return error.message;
  }
}

/** Statuses and retryability are literals. */
export const expired: 410 = ERRORS.JOB_EXPIRED.status;
export const offline: true = ERRORS.MINER_OFFLINE.retryable;

// @ts-expect-error No code has this name.
export const unknown: ErrorCode = "JOB_LOST";

export async function job(id: string): Promise<string> {
  const result = await request<{ job_id: string }>(`/v1/jobs/${id}`);
  return result.ok ? result.data.job_id : describe(result.error);
}

export function guard(code: string, body: unknown): ErrorCode | string | undefined {
  if (isErrorCode(code)) {
    return code satisfies ErrorCode;
  }
  return isErrorBody(body) ? body.error_code : undefined;
}

/** Each kind of a detail is a type. */
export function kinds(error: EveryKind, body: ErrorBodies["EVERY_KIND"]): string {
  if (error.known && error.code === "EVERY_KIND") {
    const details: {
      text: string; count: number; ratio: number; on: boolean;
      list: unknown[]; object: Record<string, unknown>; any: unknown; perhaps?: string;
    } = error.details;
    return details.text;
  }
  return body.error.code satisfies "EVERY_KIND";
}
