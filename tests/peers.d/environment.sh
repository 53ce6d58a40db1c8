# SPDX-License-Identifier: Apache-2.0
# Other programs from the Python package index, each set in an environment of its own below build/,
# installed once and again when its list changes. Sourced.

# python_environment NAME REQUIREMENTS [PIP OPTION...]: sets `environment`, or leaves with 77.
python_environment() {
  local requirements=$2
  environment=$(realpath -m "$(dirname "${BASH_SOURCE[0]}")/../../build/$1")
  cmp -s "$requirements" "$environment/installed.txt" && return
  rm -rf "$environment"
  mkdir -p "$(dirname "$environment")"
  if ! { python3 -m venv "$environment" &&
    "$environment/bin/pip" install --quiet --retries 1 "${@:3}" -r "$requirements"; } >"$environment.log" 2>&1; then
    echo "SKIPPED: the other programs could not be installed (build/$1.log):"
    tail -n 3 "$environment.log"
    exit 77
  fi
  cp "$requirements" "$environment/installed.txt"
}
