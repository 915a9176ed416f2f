// Sends one long HTTP request that was written down beforehand, and reads its streamed answer meanwhile. As light as it can
// be, because it shares the processors with the server that is measured.
//   cc -O2 -o post-batch post-batch.c && ./post-batch PORT FILE
// FILE holds the whole request. The answer has to come in chunks (RFC 9112, 7.1), a line for each line of the request.
// Prints {"created":…,"lines":…,"seconds":…}: lines with "status":201, all lines, and the time from the first byte sent to
// the last one received. The first line of another kind goes to stderr.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include "common.h"

#define BLOCK (256 * 1024)
#define LINE 65536

enum state { HEAD, SIZE, DATA, AFTER, OVER };

typedef struct {
  enum state state;
  // Of HEAD and SIZE: the end of what was read, to find where they end.
  char text[16384];
  int have;
  long left;
  char line[LINE];
  int line_length;
  long lines, created;
} answer;

static void odd(const char *what, const char *text) {
  fprintf(stderr, "%s: %.900s\n", what, text);
  exit(1);
}

static int dial(int port) {
  int fd = dial_plain(port);
  fcntl(fd, F_SETFL, O_NONBLOCK);
  return fd;
}

static void end_line(answer *a) {
  static int told;
  a->line[a->line_length < LINE ? a->line_length : LINE - 1] = 0;
  int created = strstr(a->line, "\"status\":201") != NULL;
  a->lines++;
  a->created += created;
  if (!created && !told++) fprintf(stderr, "refused: %.900s\n", a->line);
  a->line_length = 0;
}

static void take_data(answer *a, const char *at, long length) {
  while (length > 0) {
    const char *end = memchr(at, '\n', length);
    long part = end == NULL ? length : end - at;
    long room = LINE - 1 - a->line_length;
    long kept = part < room ? part : room;
    memcpy(a->line + a->line_length, at, kept);
    a->line_length += kept;
    if (end == NULL) return;
    end_line(a);
    at += part + 1, length -= part + 1;
  }
}

// Gathers up to the end of a head or of a chunk's size; whether it is there.
static int gather(answer *a, char c, const char *end) {
  if (a->have == sizeof a->text - 1) odd("an answer without end of its head", a->text);
  a->text[a->have++] = c;
  a->text[a->have] = 0;
  int length = strlen(end);
  return a->have >= length && !memcmp(a->text + a->have - length, end, length);
}

static void read_head(answer *a) {
  if (strncmp(a->text + 9, "200", 3)) odd("refused as a whole", a->text);
  if (!strcasestr(a->text, "transfer-encoding: chunked")) odd("an answer in one piece", a->text);
  a->state = SIZE, a->have = 0;
}

static void read_size(answer *a) {
  a->left = strtol(a->text, NULL, 16);
  a->state = a->left == 0 ? OVER : DATA, a->have = 0;
}

static void take(answer *a, const char *at, long length) {
  while (length > 0 && a->state != OVER) {
    if (a->state == DATA) {
      long part = length < a->left ? length : a->left;
      take_data(a, at, part);
      at += part, length -= part, a->left -= part;
      if (a->left == 0) a->state = AFTER;
      continue;
    }
    char c = *at++;
    length--;
    if (a->state == HEAD && gather(a, c, "\r\n\r\n")) read_head(a);
    else if (a->state == SIZE && gather(a, c, "\r\n")) read_size(a);
    else if (a->state == AFTER && gather(a, c, "\r\n")) a->state = SIZE, a->have = 0;
  }
}

int main(int argc, char **argv) {
  if (argc != 3) odd("usage", "post-batch PORT FILE");
  int file = open(argv[2], O_RDONLY);
  struct stat info;
  if (file < 0 || fstat(file, &info)) fail(argv[2]);
  const char *request = mmap(0, info.st_size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
  if (request == MAP_FAILED) fail("mmap");
  static char block[BLOCK];
  static answer a;
  int fd = dial(atoi(argv[1]));
  double start = now();
  for (long sent = 0; a.state != OVER;) {
    struct pollfd want = {.fd = fd, .events = sent < info.st_size ? POLLIN | POLLOUT : POLLIN};
    if (poll(&want, 1, -1) < 0) fail("poll");
    if (want.revents & POLLOUT) {
      ssize_t n = write(fd, request + sent, info.st_size - sent);
      if (n < 0 && errno != EAGAIN) fail("write");
      if (n > 0) sent += n;
    }
    if (!(want.revents & (POLLIN | POLLHUP | POLLERR))) continue;
    ssize_t n = read(fd, block, BLOCK);
    if (n < 0 && errno == EAGAIN) continue;
    if (n <= 0) fail("the answer broke off");
    take(&a, block, n);
  }
  printf("{\"created\":%ld,\"lines\":%ld,\"seconds\":%.6f}\n", a.created, a.lines, now() - start);
  return 0;
}
