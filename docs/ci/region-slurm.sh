#!/bin/bash
# A region in shards on Slurm, without containers, in a folder that all nodes see and that holds node_modules/ and region/:
#   job=$(sbatch --parsable region-slurm.sh)
#   sbatch --dependency=afterok:"$job" --kill-on-invalid-dep=yes --wrap 'node_modules/.bin/trc merge'
#SBATCH --job-name=trc-region
#SBATCH --array=1-8
#SBATCH --cpus-per-task=1
#SBATCH --mem=1G
#SBATCH --requeue
#SBATCH --open-mode=append
#SBATCH --output=region-%a.log
node_modules/.bin/trc build --content 'region/*' --shard auto --quiet
code=$?
# A lost node is seen to by --requeue. A program that was killed runs again, three times at most; what records lack (1) they lack the next time too.
if [ "$code" -gt 128 ] && [ "${SLURM_RESTART_COUNT:-0}" -lt 3 ]; then scontrol requeue "$SLURM_JOB_ID"; fi
exit "$code"
