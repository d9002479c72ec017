// The part of a generated module that is the same for every catalog. The declarations before the line are placeholders
// for the generated ones, so that this file type-checks on its own.

export type ErrorCode = "CODE";
export const ERRORS = { CODE: { status: 400, retryable: false } } as const satisfies Record<ErrorCode, ErrorInfo>;
export interface ErrorDetails { CODE: {} }
export interface ErrorBodies { CODE: { code: "CODE" } }
const LAYOUTS: readonly Layout[] = [{ code: ["code"] }];
const DETAILS: { readonly [code: string]: readonly string[] } = {};

// ---- client ----

/** The static facts of a code. */
export interface ErrorInfo {
  readonly status: number;
  /** All statuses of a code that several variants share. */
  readonly statuses?: readonly number[];
  readonly retryable: boolean;
  readonly docsUrl?: string;
}

/** The body of an error with a code of this module. */
export type ErrorBody = ErrorBodies[ErrorCode];

interface ErrorResponse {
  readonly status: number;
  /** The public message, or else the status text. */
  readonly message: string;
  /** Whether the same request may be sent again. */
  readonly retryable: boolean;
  /** How long to wait before that, in seconds. */
  readonly retryAfter?: number;
  readonly requestId?: string;
  /** Validation errors by field. */
  readonly fieldErrors?: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
}

/** An error with a code of this module. */
export interface KnownError<C extends ErrorCode> extends ErrorResponse {
  readonly known: true;
  readonly code: C;
  readonly details: ErrorDetails[C];
  readonly body: ErrorBodies[C];
}

/** An error with an unknown code, or a response that is not an error body. */
export interface UnknownError extends ErrorResponse {
  readonly known: false;
  readonly code: string | undefined;
  readonly details: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

/** An error of the service: test `known`, then `code`. */
export type ApiError = { [C in ErrorCode]: KnownError<C> }[ErrorCode] | UnknownError;

export type Result<T> =
  | { readonly ok: true; readonly data: T; readonly response: Response }
  | { readonly ok: false; readonly error: ApiError; readonly response: Response };

type Path = readonly (string | number)[];

interface Layout {
  readonly code?: Path;
  readonly message?: Path;
  readonly retryable?: Path;
  readonly requestId?: Path;
  readonly fieldErrors?: Path;
  readonly details?: Path;
  /** Members of the envelope beside the details. */
  readonly others?: readonly string[];
}

/** Returns `true` for the codes of this module. */
export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === "string" && Object.hasOwn(ERRORS, value);
}

/** Returns `true` for a parsed body with a code of this module. */
export function isErrorBody(body: unknown): body is ErrorBody {
  return find(body, "code", isErrorCode) !== undefined;
}

/** Sends a request. It rejects only when `fetch` does: when there is no response. */
export async function request<T = unknown>(input: string | URL | Request, init?: RequestInit): Promise<Result<T>> {
  return readResponse<T>(await fetch(input, init));
}

/** Reads a response: JSON is parsed, other bodies are text, and errors become an `ApiError`. */
export async function readResponse<T = unknown>(response: Response): Promise<Result<T>> {
  const body = parse(await response.text());
  const error = toApiError(response.status, response.headers, body, response.statusText);
  const { code } = error;
  const isError = !response.ok || (code !== undefined && isOneOf(code, response.status));
  return isError ? { ok: false, error, response } : { ok: true, data: body as T, response };
}

/** Converts a parsed body to an `ApiError`. It never throws. */
export function toApiError(status: number, headers: Headers, body: unknown, statusText = ""): ApiError {
  const code: string | undefined = find(body, "code", isErrorCode) ?? find(body, "code", isString);
  const retryAfter = seconds(headers.get("retry-after"));
  const requestId = find(body, "requestId", isString);
  const fieldErrors = find(body, "fieldErrors", isRecord);
  const info = code === undefined ? undefined : infoOf(code);
  return {
    known: info !== undefined,
    code,
    status,
    message: find(body, "message", isString) ?? (statusText || `Status ${status}`),
    retryable:
      find(body, "retryable", isBoolean) ?? info?.retryable ?? [408, 425, 429, 502, 503, 504].includes(status),
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...(requestId === undefined ? {} : { requestId }),
    ...(fieldErrors === undefined ? {} : { fieldErrors }),
    details: detailsOf(body, info && code !== undefined ? DETAILS[code] ?? [] : undefined),
    headers,
    body,
  } as unknown as ApiError;
}

/** Returns the first value of this type at the part's path in any layout. */
function find<T>(body: unknown, part: keyof Layout, is: (value: unknown) => value is T): T | undefined {
  for (const layout of LAYOUTS) {
    const path = layout[part];
    const value = path === undefined ? undefined : at(body, path);
    if (is(value)) {
      return value;
    }
  }
  return undefined;
}

/** Returns the details: the members with these names, or all that do not belong to the envelope. */
function detailsOf(body: unknown, names: readonly string[] | undefined): Record<string, unknown> {
  for (const { details: path, others = [] } of LAYOUTS) {
    const members = path === undefined ? undefined : at(body, path);
    if (isRecord(members)) {
      const isDetail = (name: string): boolean => (names ? names.includes(name) : !others.includes(name));
      return Object.fromEntries(Object.entries(members).filter(([name]) => isDetail(name)));
    }
  }
  return {};
}

function infoOf(code: string): ErrorInfo | undefined {
  return isErrorCode(code) ? (ERRORS as { readonly [code: string]: ErrorInfo })[code] : undefined;
}

/** Returns `true` if the code has this status. A successful body may resemble an error with another status. */
function isOneOf(code: string, status: number): boolean {
  const info = infoOf(code);
  return info !== undefined && (info.statuses ?? [info.status]).includes(status);
}

function isString(value: unknown): value is string {
  return typeof value === "string";
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === "boolean";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function at(value: unknown, path: Path): unknown {
  for (const step of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) {
      return undefined;
    }
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function seconds(header: string | null): number | undefined {
  return header !== null && /^\d+$/.test(header) ? Number(header) : undefined;
}
